package org.heliograph.kit;

/** A line for a person, and the exit code that goes with it. */
final class KitException extends RuntimeException {

    static final int FAULT = 1;
    static final int DENIED = 77;

    private static final long serialVersionUID = 1L;

    private final int code;

    KitException(String message) {
        this(message, FAULT);
    }

    KitException(String message, int code) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }
}
