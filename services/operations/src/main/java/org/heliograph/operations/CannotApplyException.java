package org.heliograph.operations;

import java.io.Serial;

/** The policy contradicts what is there, and no further attempt will change that: somebody has to decide. */
public final class CannotApplyException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public CannotApplyException(String message) {
        super(message);
    }
}
