package org.heliograph.pages.tokens;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens count. The audience follows from the party and is no setting.
 *
 * @param issuerUri base address of the identity provider, as tokens name it
 * @param jwkSetUri where its public keys are
 */
@ConfigurationProperties("spring.security.oauth2.resourceserver.jwt")
public record TokenProperties(URI issuerUri, URI jwkSetUri) {

    public TokenProperties {
        require("issuer-uri", issuerUri);
        require("jwk-set-uri", jwkSetUri);
    }

    /** Without a path. */
    public String issuerOrigin() {
        return issuerUri.getScheme() + "://" + issuerUri.getAuthority();
    }

    private static void require(String name, @Nullable URI uri) {
        if (uri == null || uri.getScheme() == null || uri.getAuthority() == null) {
            throw new IllegalArgumentException("spring.security.oauth2.resourceserver.jwt." + name
                    + ": expected an http or https address, not " + uri);
        }
    }
}
