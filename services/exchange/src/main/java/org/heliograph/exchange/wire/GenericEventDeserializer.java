package org.heliograph.exchange.wire;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of the Confluent wire format by the schema that they were written with, for tools that have no generated
 * class. Null stays null: a tombstone. May be shared between threads. Fails with a {@link WireException}.
 */
public final class GenericEventDeserializer implements Deserializer<GenericRecord> {

    private final SchemaLookup schemas;

    public GenericEventDeserializer(SchemaLookup schemas) {
        this.schemas = schemas;
    }

    @Override
    public @Nullable GenericRecord deserialize(String topic, byte @Nullable [] value) {
        return value == null ? null : read(topic, value);
    }

    /** As {@link #deserialize}, of a value that is there. */
    public GenericRecord read(String topic, byte[] value) {
        var registered = new TopicSchemas(schemas, topic);
        WireValue split = registered.split(value);
        Schema writer = registered.byId(split.schemaId());
        try {
            return AvroBinary.decode(writer, split.binary());
        } catch (MalformedValueException e) {
            throw new MalformedEventException(topic, writer.getFullName(), split.schemaId(), e);
        }
    }
}
