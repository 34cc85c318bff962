package org.heliograph.exchange.autoconfigure;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.heliograph.exchange.broker.OAuthProperties;
import org.heliograph.exchange.registry.AccessTokens;
import org.heliograph.exchange.registry.RegistryClients;
import org.heliograph.exchange.registry.RegistryHealth;
import org.heliograph.exchange.registry.RegistryProperties;
import org.heliograph.exchange.registry.RegistrySchemas;
import org.heliograph.exchange.wire.EventDeserializer;
import org.heliograph.exchange.wire.SchemaLookup;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The schema registry's client, where there is a registry. */
@AutoConfiguration
@ConditionalOnProperty("heliograph.registry.url")
@EnableConfigurationProperties({RegistryProperties.class, OAuthProperties.class})
public final class RegistryAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    AccessTokens registryTokens(OAuthProperties oauth) {
        return new AccessTokens(oauth, "registry");
    }

    @Bean
    @ConditionalOnMissingBean
    SchemaRegistryClient schemaRegistryClient(RegistryProperties registry, AccessTokens tokens) {
        return RegistryClients.create(registry, tokens);
    }

    @Bean
    @ConditionalOnMissingBean
    SchemaLookup schemaLookup(SchemaRegistryClient client) {
        return new RegistrySchemas(client);
    }

    @Bean
    @ConditionalOnMissingBean(name = "registryHealthIndicator")
    @ConditionalOnEnabledHealthIndicator("registry")
    HealthIndicator registryHealthIndicator(SchemaRegistryClient client) {
        return new RegistryHealth(client);
    }

    @Bean
    @ConditionalOnMissingBean
    EventDeserializer eventDeserializer(SchemaLookup schemas) {
        return new EventDeserializer(schemas);
    }
}
