package org.heliograph.exchange.registry;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.RestService;
import io.confluent.kafka.schemaregistry.client.security.bearerauth.BearerAuthCredentialProvider;
import java.net.URL;
import java.util.Map;

/** Makes Confluent's client for our registry. */
public final class RegistryClients {

    private static final int CACHED_SCHEMAS = 1_000;

    private RegistryClients() {}

    /**
     * A caching client that sends a token with each request. Nothing is sent before its first use. The caller closes
     * it, and the tokens.
     *
     * @param tokens of scope {@code registry}
     */
    public static SchemaRegistryClient create(RegistryProperties registry, AccessTokens tokens) {
        var rest = new RestService(registry.url().toString());
        rest.setBearerAuthCredentialProvider(new Bearer(tokens));
        rest.setHttpConnectTimeoutMs(5_000);
        rest.setHttpReadTimeoutMs(10_000);
        return new CachedSchemaRegistryClient(rest, CACHED_SCHEMAS, Map.of());
    }

    private record Bearer(AccessTokens tokens) implements BearerAuthCredentialProvider {

        @Override
        public String getBearerToken(URL url) {
            return tokens.current();
        }

        @Override
        public void configure(Map<String, ?> config) {
            // Everything it needs came by its constructor.
        }

        @Override
        public void close() {
            // The tokens belong to whoever made them.
        }
    }
}
