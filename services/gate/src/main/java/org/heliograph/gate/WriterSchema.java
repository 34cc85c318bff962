package org.heliograph.gate;

import org.apache.avro.Schema;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.sharing.policy.RegisteredSchema;

/**
 * A registered schema, parsed once for each policy.
 *
 * @param fingerprint lower-case hex SHA-256 of its parsing canonical form
 * @param urn names it in the headers of a copy
 */
record WriterSchema(int id, String name, String fingerprint, Schema schema, String urn) {

    static WriterSchema of(RegisteredSchema registered) {
        Schema schema = new Schema.Parser().parse(registered.definition());
        if (!schema.getFullName().equals(registered.name())
                || !EventSchemas.fingerprint(schema).equals(registered.fingerprint())) {
            throw new UnusablePolicyException("schema id %d is not %s".formatted(registered.id(), registered.name()));
        }
        String urn = "urn:heliograph:schema:%s:%s".formatted(registered.name(), registered.fingerprint());
        return new WriterSchema(registered.id(), registered.name(), registered.fingerprint(), schema, urn);
    }
}
