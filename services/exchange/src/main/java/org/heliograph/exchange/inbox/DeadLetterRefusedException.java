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
        SAME_PERSON,
        /** Nobody knows which event it holds, so there is nobody to give it back to. */
        NO_EVENT,
        /** It is this party's own, which came by a public topic. */
        OWN_EVENT,
        /** This party sends nothing, so it can tell nobody. */
        NO_OUTBOX
    }

    private final Cause refused;
    private final String explanation;

    /** @param explanation for people */
    public DeadLetterRefusedException(Cause refused, String explanation) {
        super(explanation);
        this.refused = refused;
        this.explanation = explanation;
    }

    /** For people. */
    public String explanation() {
        return explanation;
    }

    /** Why not. */
    public Cause refused() {
        return refused;
    }
}
