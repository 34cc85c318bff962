package org.heliograph.operations.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the reviewed files are.
 *
 * @param directory holds platform.yaml, parties.yaml and events.yaml
 * @param keysDirectory holds a JWK set of public signing keys, {@code <party>.jwks}, for each party that sends
 */
@ConfigurationProperties("heliograph.policy")
public record PolicyProperties(Path directory, Path keysDirectory) {

    public PolicyProperties {
        require(directory, "directory", "the folder of the policy's files");
        require(keysDirectory, "keys-directory", "the folder of the parties' public keys");
    }

    private static void require(Path path, String property, String expected) {
        if (path == null || !Files.isDirectory(path)) {
            throw new IllegalArgumentException(
                    "heliograph.policy.%s: expected %s, not %s".formatted(property, expected, path));
        }
    }
}
