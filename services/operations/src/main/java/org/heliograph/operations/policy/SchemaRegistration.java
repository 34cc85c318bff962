package org.heliograph.operations.policy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.operations.CannotApplyException;
import org.heliograph.sharing.policy.Policy;
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

    /**
     * Registers again what a policy calls for, where it is missing.
     *
     * @throws IOException if the registry cannot be asked now
     */
    void assertAgain(Policy policy) throws IOException {
        for (RegisteredSchema schema : policy.schemas().values()) {
            int id = register(schema.name(), new Schema.Parser().parse(schema.definition()));
            if (id != schema.id()) {
                log.error(
                        "alarm=schemaRenumbered schema={} id={} idInPolicy={} consequence=\"apply the policy anew\"",
                        schema.name(),
                        id,
                        schema.id());
            }
        }
    }

    /** What is not in the registry as the policy has it. Asks the registry each time. */
    List<String> drift(Policy policy) throws IOException {
        try {
            Set<String> missing = new TreeSet<>();
            policy.schemas().values().forEach(schema -> missing.add(schema.name()));
            Set<String> foreign = new TreeSet<>(registry.getAllSubjects());
            Set<String> present = new TreeSet<>(foreign);
            foreign.removeAll(missing);
            missing.removeAll(present);
            List<String> drift = new ArrayList<>();
            missing.forEach(subject -> drift.add("%s is not registered".formatted(subject)));
            foreign.forEach(subject -> drift.add("%s is registered and not called for".formatted(subject)));
            for (RegisteredSchema schema : policy.schemas().values()) {
                if (present.contains(schema.name()) && !COMPATIBILITY.equals(compatibility(schema.name()))) {
                    drift.add("%s is not held to %s".formatted(schema.name(), COMPATIBILITY));
                }
            }
            return drift;
        } catch (RestClientException e) {
            throw new IOException("registry answered " + e.getStatus(), e);
        }
    }

    /**
     * What {@link #register} would answer, without registering anything: what is not registered yet gets a number below
     * zero.
     *
     * @throws IOException if the registry cannot be asked now
     */
    Map<Integer, RegisteredSchema> lookUp(SortedMap<String, Schema> schemas) throws IOException {
        Map<Integer, RegisteredSchema> found = new TreeMap<>();
        int unknown = 0;
        for (Map.Entry<String, Schema> entry : schemas.entrySet()) {
            Schema schema = entry.getValue();
            int id = id(entry.getKey(), schema).orElse(--unknown);
            found.put(
                    id, new RegisteredSchema(id, entry.getKey(), EventSchemas.fingerprint(schema), schema.toString()));
        }
        return found;
    }

    private OptionalInt id(String subject, Schema schema) throws IOException {
        try {
            return OptionalInt.of(registry.getId(subject, new AvroSchema(schema)));
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return OptionalInt.empty();
            }
            throw new IOException("registry answered %d for subject %s".formatted(e.getStatus(), subject), e);
        }
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
