package org.heliograph.kit;

/** A line for a person, the exit code that goes with it, and whether it may pass by itself. */
final class KitException extends RuntimeException {

    static final int FAULT = 1;
    static final int DENIED = 77;

    private static final long serialVersionUID = 1L;

    private final int code;
    private final boolean passing;

    KitException(String message) {
        this(message, FAULT, false);
    }

    KitException(String message, int code) {
        this(message, code, false);
    }

    private KitException(String message, int code, boolean passing) {
        super(message);
        this.code = code;
        this.passing = passing;
    }

    static KitException passing(String message) {
        return new KitException(message, FAULT, true);
    }

    int code() {
        return code;
    }

    boolean isPassing() {
        return passing;
    }
}
