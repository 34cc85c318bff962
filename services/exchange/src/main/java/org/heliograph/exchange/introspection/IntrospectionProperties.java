package org.heliograph.exchange.introspection;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the identity provider says whether a token may still be used.
 *
 * @param uri its endpoint for introspection (RFC 7662), http or https
 */
@ConfigurationProperties("heliograph.introspection")
public record IntrospectionProperties(URI uri) {

    public IntrospectionProperties {
        if (uri == null
                || uri.getHost() == null
                || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(
                    "heliograph.introspection.uri: expected the http or https address of the introspection endpoint");
        }
    }
}
