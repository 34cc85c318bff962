package org.heliograph.exchange.inbox;

/** What was asked about a dead letter cannot be done; nothing was changed. */
public final class DeadLetterRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Cause {
        UNKNOWN,
        RESOLVED,
        BEHIND_ANOTHER,
        NOT_PROPOSED,
        SAME_PERSON
    }

    private final Cause refused;

    DeadLetterRefusedException(Cause refused, String message) {
        super(message);
        this.refused = refused;
    }

    /** Why not. */
    public Cause refused() {
        return refused;
    }
}
