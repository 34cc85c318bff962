package org.heliograph.exchange.signing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The party's signing key.
 *
 * @param key path of a file with one private JWK (EC, P-256, with kid)
 */
@ConfigurationProperties("heliograph.signing")
public record SigningProperties(Path key) {

    public SigningProperties {
        if (key == null || !Files.isReadable(key)) {
            throw new IllegalArgumentException(
                    "heliograph.signing.key: expected the path of a readable private JWK, not " + key);
        }
    }
}
