package org.heliograph.standalone.sandbox;

import java.util.List;

/**
 * How a client did in one check.
 *
 * @param reasons what it did otherwise than promised, or why nothing was tried; empty if it passed
 */
public record Verdict(Check check, Outcome outcome, List<String> reasons) {

    /** The outcomes; all but PASS count as a failure. */
    public enum Outcome {
        PASS,
        FAIL,
        NOT_TRIED
    }

    public Verdict {
        reasons = List.copyOf(reasons);
    }

    static Verdict of(Check check, List<String> reasons) {
        return new Verdict(check, reasons.isEmpty() ? Outcome.PASS : Outcome.FAIL, reasons);
    }

    static Verdict notTried(Check check, String reason) {
        return new Verdict(check, Outcome.NOT_TRIED, List.of(reason));
    }

    public boolean isPassed() {
        return outcome == Outcome.PASS;
    }
}
