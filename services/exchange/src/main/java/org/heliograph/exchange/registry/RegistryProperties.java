package org.heliograph.exchange.registry;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the schema registry is.
 *
 * @param url base URL of its Confluent-compatible API, http or https
 */
@ConfigurationProperties("heliograph.registry")
public record RegistryProperties(URI url) {

    public RegistryProperties {
        if (url == null
                || url.getHost() == null
                || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException(
                    "heliograph.registry.url: expected an http or https URL of a Confluent-compatible API, not " + url);
        }
    }
}
