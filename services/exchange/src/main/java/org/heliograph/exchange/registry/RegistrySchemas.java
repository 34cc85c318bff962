package org.heliograph.exchange.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.heliograph.events.Dispatch;
import org.heliograph.exchange.wire.RegistryUnavailableException;
import org.heliograph.exchange.wire.SchemaLookup;

/**
 * Asks the registry, and keeps what it answered: an id never changes its schema. That something is <em>not</em>
 * registered is not kept, as the control plane may be about to register it. A registry without a schema of the spine
 * has lost its database, or was never given the policy's schemas: that it does not know an id says nothing then, and no
 * record may be given up for it. Never registers.
 */
public final class RegistrySchemas implements SchemaLookup {

    private static final int NOT_FOUND = 404;
    private static final String SPINE = Dispatch.getClassSchema().getFullName();

    private final SchemaRegistryClient client;
    private final Map<Schema, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    public RegistrySchemas(SchemaRegistryClient client) {
        this.client = client;
    }

    @Override
    public OptionalInt idOf(Schema schema) {
        Integer known = ids.get(schema);
        if (known != null) {
            return OptionalInt.of(known);
        }
        String subject = schema.getFullName();
        try {
            int id = client.getId(subject, new AvroSchema(schema));
            ids.put(schema, id);
            return OptionalInt.of(id);
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return OptionalInt.empty();
            }
            throw new RegistryUnavailableException("status " + e.getStatus(), subject, null, e);
        } catch (IOException | TokenUnavailableException e) {
            throw new RegistryUnavailableException(reason(e), subject, null, e);
        }
    }

    @Override
    public Optional<Schema> byId(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            Schema schema = ((AvroSchema) client.getSchemaById(id)).rawSchema();
            schemas.put(id, schema);
            return Optional.of(schema);
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                requireSpine(id);
                return Optional.empty();
            }
            throw new RegistryUnavailableException("status " + e.getStatus(), null, id, e);
        } catch (IOException | TokenUnavailableException e) {
            throw new RegistryUnavailableException(reason(e), null, id, e);
        }
    }

    private void requireSpine(int id) {
        try {
            var _ = client.getAllVersions(SPINE);
        } catch (RestClientException e) {
            String reason = e.getStatus() == NOT_FOUND ? "it has no schema of " + SPINE : "status " + e.getStatus();
            throw new RegistryUnavailableException(reason, null, id, e);
        } catch (IOException | TokenUnavailableException e) {
            throw new RegistryUnavailableException(reason(e), null, id, e);
        }
    }

    private static String reason(Exception e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
