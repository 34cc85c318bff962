package org.heliograph.operations.lag;

/**
 * Why a reader is behind, and what to do.
 *
 * @param evidence what was seen
 * @param runbook a page of the documentation, and the place in it
 */
public record Why(Cause cause, String evidence, String advice, String runbook) {

    static Why of(Cause cause, String evidence) {
        return new Why(cause, evidence, cause.advice(), cause.runbook());
    }
}
