package org.heliograph.operations.policy;

import java.io.Serial;

/** There is no such version, or plan. */
public final class UnknownVersionException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnknownVersionException(String message) {
        super(message);
    }
}
