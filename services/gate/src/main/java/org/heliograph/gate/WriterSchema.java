package org.heliograph.gate;

import org.apache.avro.Schema;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.sharing.policy.RegisteredSchema;

/**
 * A registered schema, parsed once for each policy.
 *
 * @param fingerprint lower-case hex SHA-256 of its parsing canonical form
 */
record WriterSchema(int id, String name, String fingerprint, Schema schema) {

    static WriterSchema of(RegisteredSchema registered) {
        Schema schema = new Schema.Parser().parse(registered.definition());
        if (!schema.getFullName().equals(registered.name())
                || !EventSchemas.fingerprint(schema).equals(registered.fingerprint())) {
            throw new UnusablePolicyException("schema id %d is not %s".formatted(registered.id(), registered.name()));
        }
        return new WriterSchema(registered.id(), registered.name(), registered.fingerprint(), schema);
    }
}
