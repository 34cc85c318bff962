package org.heliograph.operations.console;

import java.util.List;
import org.heliograph.operations.lag.LagState;
import org.heliograph.pages.design.Words;

/**
 * Something that is wrong now.
 *
 * @param about its place in the words of the bundles
 * @param link to the page that shows it, below the console; empty if there is none
 */
record Trouble(Kind kind, List<Object> about, String link) {

    Trouble {
        about = List.copyOf(about);
    }

    /** What is wrong; the worst first. */
    enum Kind {
        NO_POLICY("policy-rejected"),
        OWN_RIGHTS("operations-rights-grew"),
        GATE_BEHIND("policy-rejected"),
        READERS_NOT_SEEN("process-down"),
        STOP("reader-behind"),
        STALL("reader-behind"),
        NOT_COMPARED("process-down"),
        DRIFT("policy-drift"),
        DEAD_LETTERS("dead-letters"),
        REWIND("reader-behind"),
        WARN("reader-behind"),
        UNAVAILABLE("reader-behind"),
        SERVICE_SILENT("process-down");

        private final String runbook;

        Kind(String runbook) {
            this.runbook = runbook;
        }

        /** Name of the page that says what to do. */
        String runbook() {
            return runbook;
        }

        /** Of a reader that is not well. */
        static Kind of(LagState state) {
            return switch (state) {
                case OK -> throw new IllegalArgumentException("a reader that is OK is no trouble");
                case WARN -> WARN;
                case REWIND -> REWIND;
                case STALL -> STALL;
                case STOP -> STOP;
            };
        }
    }

    /** In words. */
    public String text(Words words) {
        return words.text("trouble." + kind, about.toArray());
    }

    /** What the page is called that says what to do. */
    public String runbookTitle(Words words) {
        return words.text("runbook." + kind.runbook());
    }

    public String runbook() {
        return kind.runbook();
    }

    /** For the eye: how bad it is. */
    public String colour() {
        return switch (kind) {
            case NO_POLICY, OWN_RIGHTS, GATE_BEHIND, READERS_NOT_SEEN, STOP, STALL -> "red";
            case NOT_COMPARED, DRIFT, DEAD_LETTERS -> "orange";
            case REWIND, WARN, UNAVAILABLE, SERVICE_SILENT -> "yellow";
        };
    }
}
