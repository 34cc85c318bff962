package org.heliograph.exchange.broker;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The OAuth2 client that this system is. Its id is its principal at the broker, and the prefix (with a dot) of its
 * consumer groups and transactional ids.
 *
 * @param tokenUri the token endpoint, http or https
 * @param clientId the principal, {@code [a-z][a-z0-9-]*}
 * @param clientSecret never logged
 */
@ConfigurationProperties("heliograph.oauth")
public record OAuthProperties(URI tokenUri, String clientId, String clientSecret) {

    private static final Pattern PRINCIPAL = Pattern.compile("[a-z][a-z0-9-]*");

    public OAuthProperties {
        require(isHttp(tokenUri), "token-uri", "an http or https URL of the token endpoint");
        require(clientId != null && PRINCIPAL.matcher(clientId).matches(), "client-id", "a principal: [a-z][a-z0-9-]*");
        require(clientSecret != null && !clientSecret.isBlank(), "client-secret", "the secret of the client");
    }

    private static boolean isHttp(@Nullable URI uri) {
        return uri != null
                && uri.getHost() != null
                && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    }

    private static void require(boolean holds, String property, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("heliograph.oauth." + property + ": expected " + expected);
        }
    }

    @Override
    public String toString() {
        return "OAuthProperties[tokenUri=" + tokenUri + ", clientId=" + clientId + ", clientSecret=***]";
    }
}
