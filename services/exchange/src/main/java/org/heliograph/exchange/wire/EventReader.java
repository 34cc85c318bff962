package org.heliograph.exchange.wire;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.Envelope;

/**
 * Reads an event as far as its reader understands it: the envelope always, the whole into a class that the reader
 * chooses. Any thread. Fails with a {@link WireException}.
 */
public final class EventReader {

    private final SchemaLookup schemas;

    public EventReader(SchemaLookup schemas) {
        this.schemas = schemas;
    }

    /** Reads the envelope of a value of this topic. */
    public Received read(String topic, byte[] value) {
        var registered = new TopicSchemas(schemas, topic);
        WireValue split = registered.split(value);
        Schema writer = registered.byId(split.schemaId());
        try {
            return new Received(topic, split, writer, AvroBinary.envelope(writer, split.binary()));
        } catch (MalformedValueException e) {
            throw new MalformedEventException(topic, writer.getFullName(), split.schemaId(), e);
        }
    }

    /**
     * An event whose envelope was read.
     *
     * @param writer the schema of the whole event
     */
    public record Received(String topic, WireValue value, Schema writer, Envelope envelope) {

        /**
         * The whole event.
         *
         * @throws MalformedEventException if the rest does not fit the writer's schema, or that schema not the class
         */
        public <E extends SpecificRecord> E as(Class<E> type) {
            try {
                return AvroBinary.decode(type, writer, value.binary());
            } catch (MalformedValueException e) {
                throw new MalformedEventException(topic, writer.getFullName(), value.schemaId(), e);
            }
        }

        @Override
        public String toString() {
            return "Received[topic=" + topic + ", " + value + "]";
        }
    }
}
