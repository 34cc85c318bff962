package org.heliograph.sharing;

/**
 * What is decided about one dispatch and one recipient. Never null, never an exception: a refusal is a result like any
 * other.
 */
public sealed interface SharingDecision {

    /** The rule that decided. */
    Rule rule();

    /** For people who may know: what was found. Holds no payload. */
    String reason();

    /** The smallest change that this rule would have accepted; empty where a copy goes out. */
    String change();

    /** What was found and what would have changed it, in one line. */
    default String told() {
        return change().isEmpty() ? reason() : reason() + "; " + change();
    }

    /** The recipient gets a copy. */
    record Released(Rule rule, String reason) implements SharingDecision {

        @Override
        public String change() {
            return "";
        }
    }

    /** Everybody may read it: it goes to the event's public topic, and into nobody's inbox. */
    record Published(Rule rule, String reason) implements SharingDecision {

        @Override
        public String change() {
            return "";
        }
    }

    /** This recipient gets no copy; others may. */
    record Withheld(Rule rule, String reason, String change) implements SharingDecision {}

    /** Nobody gets a copy: the dispatch itself is not acceptable. */
    record Refused(Rule rule, String reason, String change) implements SharingDecision {

        public Refused(Rule rule, String reason) {
            this(rule, reason, "");
        }
    }
}
