package org.heliograph.operations.policy;

import java.io.Serial;

/** The plan cannot be applied as it was asked for: it has changed, its base has, or the wrong person asks. */
public final class PlanRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    PlanRefusedException(String message) {
        super(message);
    }
}
