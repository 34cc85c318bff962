package org.heliograph.exchange.wire;

import org.apache.avro.Schema;

/** The lookup as a serializer of one topic sees it: every failure names that topic. */
record TopicSchemas(SchemaLookup lookup, String topic) {

    int idOf(Schema schema) {
        try {
            return lookup.idOf(schema).orElseThrow(() -> new UnknownSchemaException(topic, schema.getFullName(), null));
        } catch (RegistryUnavailableException e) {
            throw e.forTopic(topic);
        }
    }

    Schema byId(int id) {
        try {
            return lookup.byId(id).orElseThrow(() -> new UnknownSchemaException(topic, null, id));
        } catch (RegistryUnavailableException e) {
            throw e.forTopic(topic);
        }
    }

    WireValue split(byte[] value) {
        try {
            return WireValue.split(value);
        } catch (MalformedValueException e) {
            throw new MalformedEventException(topic, null, null, e);
        }
    }
}
