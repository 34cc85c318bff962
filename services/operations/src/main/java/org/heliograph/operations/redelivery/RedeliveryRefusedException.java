package org.heliograph.operations.redelivery;

import java.io.Serial;

/** Nothing is asked of the gate: the wish is too large, not what was seen, or not one for operators. */
public final class RedeliveryRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    RedeliveryRefusedException(String message) {
        super(message);
    }
}
