package org.heliograph.exchange.wire;

import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes generated and generic records in the Confluent wire format, by schemas that are registered already. Null stays
 * null: a tombstone. May be shared between threads. Fails with a {@link WireException}.
 */
public final class EventSerializer<T extends IndexedRecord> implements Serializer<T> {

    private final SchemaLookup schemas;

    public EventSerializer(SchemaLookup schemas) {
        this.schemas = schemas;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T event) {
        return event == null ? null : write(topic, event);
    }

    /** As {@link #serialize}, of an event that is there. */
    public byte[] write(String topic, T event) {
        int id = new TopicSchemas(schemas, topic).idOf(registered(event));
        return WireValue.join(id, AvroBinary.encode(event));
    }

    private static Schema registered(IndexedRecord event) {
        return event instanceof SpecificRecord specific
                ? EventSchemas.of(specific.getClass())
                : EventSchemas.plain(event.getSchema());
    }
}
