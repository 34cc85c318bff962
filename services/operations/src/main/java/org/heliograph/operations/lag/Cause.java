package org.heliograph.operations.lag;

import java.util.Locale;

/** Why a reader is behind, as far as that can be known from outside. */
public enum Cause {
    /** The policy suspends the party: it may read nothing. */
    SUSPENDED("Nothing, if the suspension is meant; else party resume."),
    /** The policy does not let the party read the topic, any more. */
    DENIED("Ask whether the change of the policy was meant; the records stay where they are."),
    /** It is the gate that does not come after: what was sent is not released yet. */
    GATE_BEHIND("Look at the gate before anything else: every party waits for it."),
    /** The group claims to have read more than there ever was: the topic was made anew or lost records. */
    BEYOND_THE_END("Ask the party to set its group to the end; find out what became of the topic."),
    /** Records were deleted, by retention or by hand, before the group had read them. */
    DELETED_UNREAD("Tell the party what it has missed; its originators can send it again."),
    /** Nobody of the group is connected. */
    NOBODY_CONNECTED("Call the party: its system is down, cut off, or cannot get a token."),
    /** Nobody is connected, and identity refuses the system a token. */
    TOKEN_REFUSED("Tell the party that its secret has ended or is wrong; give it another with secret reset."),
    /** Its members come and go, and the partitions are shared out again and again. */
    REBALANCING("Ask the party whether its system ends again and again, or takes too long between two polls."),
    /** It goes on in other partitions; in one it stands at a record. */
    STUCK_AT_A_RECORD("Ask the party what its system says of the record at that place; it may not be able to read it."),
    /** Somebody is connected, and commits no progress anywhere. */
    NO_PROGRESS("Ask the party what its system waits for: it is connected and handles nothing."),
    /** More comes than is read. */
    TOO_SLOW("Ask the party for more members of the group, or tell it who sends so much."),
    /** The group was set back to earlier records. */
    SET_BACK("Nothing, if somebody meant it; it reads what it had before.");

    private final String advice;

    Cause(String advice) {
        this.advice = advice;
    }

    /** What to do, in a sentence. */
    public String advice() {
        return advice;
    }

    /** Where the documentation says more. */
    public String runbook() {
        return "docs/runbooks/reader-behind.md#"
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
