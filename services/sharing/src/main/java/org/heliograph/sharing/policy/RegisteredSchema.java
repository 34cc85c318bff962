package org.heliograph.sharing.policy;

/**
 * A schema that may be used, as it stands in the registry.
 *
 * @param id of the registry, as in the wire format
 * @param name full name of the Avro record, also its subject
 * @param fingerprint lower-case hex SHA-256 of its parsing canonical form
 * @param definition Avro schema as JSON
 */
public record RegisteredSchema(int id, String name, String fingerprint, String definition) {}
