package org.heliograph.identity;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The configured signing key file cannot be used, and without it no token can be issued. */
final class UnusableSigningKeyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableSigningKeyException(Path file, String reason, @Nullable Exception cause) {
        super(
                "heliograph.identity.signing-key: expected a private JWKS with P-256 keys at " + file + ", but "
                        + reason,
                cause);
    }
}
