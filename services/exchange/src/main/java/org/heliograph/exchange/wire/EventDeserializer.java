package org.heliograph.exchange.wire;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of the Confluent wire format into generated classes of {@code org.heliograph.events}, chosen by the name
 * of the writer's schema. Null stays null: a tombstone. May be shared between threads. Fails with a
 * {@link WireException}.
 */
public final class EventDeserializer implements Deserializer<SpecificRecord> {

    private static final String EVENTS = "org.heliograph.events";

    private final SchemaLookup schemas;

    public EventDeserializer(SchemaLookup schemas) {
        this.schemas = schemas;
    }

    @Override
    public @Nullable SpecificRecord deserialize(String topic, byte @Nullable [] value) {
        return value == null ? null : read(topic, value);
    }

    /** As {@link #deserialize}, of a value that is there. */
    public SpecificRecord read(String topic, byte[] value) {
        var registered = new TopicSchemas(schemas, topic);
        WireValue split = registered.split(value);
        Schema writer = registered.byId(split.schemaId());
        Class<? extends SpecificRecord> type = type(topic, writer, split.schemaId());
        try {
            return AvroBinary.decode(type, writer, split.binary());
        } catch (MalformedValueException e) {
            throw new MalformedEventException(topic, writer.getFullName(), split.schemaId(), e);
        }
    }

    /**
     * As {@link #read(String, byte[])}, of a value that can only be one thing.
     *
     * @throws UnknownEventTypeException if it is another
     */
    public <T extends SpecificRecord> T read(String topic, byte[] value, Class<T> type) {
        SpecificRecord record = read(topic, value);
        if (!type.isInstance(record)) {
            throw new UnknownEventTypeException(
                    topic,
                    record.getSchema().getFullName(),
                    WireValue.split(value).schemaId());
        }
        return type.cast(record);
    }

    // Only our own package: the name of a schema must not choose an arbitrary class of the class path.
    private static Class<? extends SpecificRecord> type(String topic, Schema writer, int id) {
        Class<?> type =
                EVENTS.equals(writer.getNamespace()) ? SpecificData.get().getClass(writer) : null;
        if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
            throw new UnknownEventTypeException(topic, writer.getFullName(), id);
        }
        return type.asSubclass(SpecificRecord.class);
    }
}
