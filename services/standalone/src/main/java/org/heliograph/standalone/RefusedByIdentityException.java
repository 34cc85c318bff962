package org.heliograph.standalone;

/** Identity does not do what was asked; says why. */
public final class RefusedByIdentityException extends StackException {

    private static final long serialVersionUID = 1;

    private final int status;

    RefusedByIdentityException(int status, String detail) {
        super(detail);
        this.status = status;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }
}
