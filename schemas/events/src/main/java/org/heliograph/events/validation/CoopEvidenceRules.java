package org.heliograph.events.validation;

import java.util.List;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.OutcomeCount;
import org.heliograph.events.RequestKind;
import org.heliograph.events.requests.Evidence;
import org.heliograph.events.requests.ResultRef;

/** With what a request is fulfilled. */
final class CoopEvidenceRules {

    private CoopEvidenceRules() {}

    static void check(CoopEvent step, Violations violations) {
        for (String result : step.getResultRefs()) {
            if (ResultRef.of(result).isEmpty()) {
                CodeRules.uri("resultRefs", result, violations);
            }
        }
        List<String> counted =
                step.getCounts().stream().map(OutcomeCount::getWhat).toList();
        CodeRules.words("counts", counted, violations);
        step.getCounts()
                .forEach(count -> violations.require(count.getNumber() >= 0, "counts", count.getNumber(), "0 or more"));
        violations.text("formalRequest", step.getFormalRequest());
        violations.require(
                step.getFormalRequest().isPresent()
                        == step.getFormalRequestSentOn().isPresent(),
                "formalRequestSentOn",
                "when the formal request was sent, if there is one");
        step.getFormalRequestSentOn()
                .ifPresent(
                        sentOn -> CaseRules.notInFuture("formalRequestSentOn", sentOn, step.getEnvelope(), violations));
        if (step.getKind() != RequestKind.UNKNOWN) {
            Evidence.missing(
                            step.getKind(),
                            step.getResultRefs(),
                            counted,
                            step.getFormalRequest().isPresent())
                    .ifPresent(missing -> violations.require(
                            false,
                            missing.field(),
                            "%s, as %s is fulfilled with it".formatted(missing.expected(), step.getKind())));
        }
    }
}
