package org.heliograph.operations.identity;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where identity takes the list of suspended parties.
 *
 * @param url its own address, http or https; without one, whoever runs identity brings suspensions to it
 */
@ConfigurationProperties("heliograph.identity")
public record IdentityProperties(@Nullable URI url) {

    public IdentityProperties {
        if (url != null
                && (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?"))) {
            throw new IllegalArgumentException(
                    "heliograph.identity.url: expected an http or https URL of identity, not " + url);
        }
    }
}
