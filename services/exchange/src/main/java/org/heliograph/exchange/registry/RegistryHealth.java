package org.heliograph.exchange.registry;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up if the registry answers us, with our token; asks it each time. */
public final class RegistryHealth extends AbstractHealthIndicator {

    private final SchemaRegistryClient client;

    public RegistryHealth(SchemaRegistryClient client) {
        super("The schema registry did not answer");
        this.client = client;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws Exception {
        builder.up().withDetail("subjects", client.getAllSubjects().size());
    }
}
