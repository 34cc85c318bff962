package org.heliograph.operations.redelivery;

import java.io.Serial;

/** There is no such party, or no such command. */
public final class UnknownRedeliveryException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnknownRedeliveryException(String message) {
        super(message);
    }
}
