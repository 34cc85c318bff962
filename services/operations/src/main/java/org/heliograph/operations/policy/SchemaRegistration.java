package org.heliograph.operations.policy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.operations.CannotApplyException;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Registers schemas under their record names; each new version must read and be read by all earlier ones. */
@Component
final class SchemaRegistration {

    private static final Logger log = LoggerFactory.getLogger(SchemaRegistration.class);
    private static final String COMPATIBILITY = "FULL_TRANSITIVE";
    private static final int NOT_FOUND = 404;
    private static final int INCOMPATIBLE = 409;

    private final SchemaRegistryClient registry;

    SchemaRegistration(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    /**
     * Registers what is not registered yet, and tells the ids. May be repeated.
     *
     * @throws CannotApplyException if a schema is not compatible with an earlier version
     * @throws IOException if the registry cannot be asked now
     */
    Map<Integer, RegisteredSchema> register(SortedMap<String, Schema> schemas) throws IOException {
        Map<Integer, RegisteredSchema> registered = new TreeMap<>();
        for (Map.Entry<String, Schema> entry : schemas.entrySet()) {
            String subject = entry.getKey();
            Schema schema = entry.getValue();
            int id = register(subject, schema);
            registered.put(id, new RegisteredSchema(id, subject, EventSchemas.fingerprint(schema), schema.toString()));
        }
        return registered;
    }

    private int register(String subject, Schema schema) throws IOException {
        try {
            int id = registry.register(subject, new AvroSchema(schema));
            // Only after the first version: the registry knows no settings of a subject without one, and its global
            // rule is the same.
            if (!COMPATIBILITY.equals(compatibility(subject))) {
                registry.updateCompatibility(subject, COMPATIBILITY);
            }
            log.info("schema={} id={}", subject, id);
            return id;
        } catch (RestClientException e) {
            if (e.getStatus() == INCOMPATIBLE) {
                throw new CannotApplyException(
                        "schema %s is not compatible with an earlier version: %s".formatted(subject, e.getMessage()));
            }
            throw new IOException("registry answered %d for subject %s".formatted(e.getStatus(), subject), e);
        }
    }

    private String compatibility(String subject) throws IOException, RestClientException {
        try {
            return registry.getCompatibility(subject);
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return "";
            }
            throw e;
        }
    }
}
