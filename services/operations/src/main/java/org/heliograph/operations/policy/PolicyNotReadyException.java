package org.heliograph.operations.policy;

import java.io.Serial;

/** Asked before the first policy was applied. */
public final class PolicyNotReadyException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public PolicyNotReadyException(String message) {
        super(message);
    }
}
