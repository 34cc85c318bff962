package org.heliograph.exchange.registry;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The identity provider gave no token. Worth another try later. */
public final class TokenUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    TokenUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
