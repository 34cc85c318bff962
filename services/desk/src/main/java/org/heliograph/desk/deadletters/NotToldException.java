package org.heliograph.desk.deadletters;

/** A letter cannot be given back, since the gate would not let its originator know; nothing was changed. */
public final class NotToldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String explanation;

    public NotToldException(String originator, String reason) {
        this("The gate would not release to '%s' that its event came back: %s. Two people can discard the letter"
                .formatted(originator, reason));
    }

    private NotToldException(String explanation) {
        super(explanation);
        this.explanation = explanation;
    }

    /** For people, with the gate's reason. */
    public String explanation() {
        return explanation;
    }
}
