package org.heliograph.gate;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A policy that is whole and still cannot be judged by: a schema or key in it cannot be read, or the gate's own schemas
 * are missing.
 */
final class UnusablePolicyException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnusablePolicyException(String message) {
        super(message);
    }

    UnusablePolicyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
