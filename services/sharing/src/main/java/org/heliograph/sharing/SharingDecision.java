package org.heliograph.sharing;

/**
 * What is decided about one dispatch and one recipient. Never null, never an exception: a refusal is a result like any
 * other.
 */
public sealed interface SharingDecision {

    /** The rule that decided. */
    Rule rule();

    /** For people who may know: what was found, what would have been accepted. Holds no payload. */
    String reason();

    /** The recipient gets a copy. */
    record Released(Rule rule, String reason) implements SharingDecision {}

    /** Everybody may read it: it goes to the event's public topic, and into nobody's inbox. */
    record Published(Rule rule, String reason) implements SharingDecision {}

    /** This recipient gets no copy; others may. */
    record Withheld(Rule rule, String reason) implements SharingDecision {}

    /** Nobody gets a copy: the dispatch itself is not acceptable. */
    record Refused(Rule rule, String reason) implements SharingDecision {}
}
