package org.heliograph.events.validation;

import java.util.Optional;
import java.util.Set;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.ReasonCode;
import org.heliograph.events.RequestState;

final class CoopEventRules {

    private static final int HIGHEST_ESCALATION = 3;
    private static final Set<RequestState> WITH_REASON = Set.of(RequestState.DECLINED, RequestState.POSTPONED);

    private CoopEventRules() {}

    static void check(CoopEvent step, Violations violations) {
        violations.known("kind", step.getKind());
        violations.party("addressee", step.getAddressee());
        violations.party("actorParty", step.getActorParty());
        violations.known("toState", step.getToState());
        step.getFromState().ifPresent(from -> violations.known("fromState", from));
        numbering(step, violations);
        reason(step, violations);
        violations.require(
                step.getEscalationLevel() >= 0 && step.getEscalationLevel() <= HIGHEST_ESCALATION,
                "escalationLevel",
                step.getEscalationLevel(),
                "0 to " + HIGHEST_ESCALATION);
    }

    /** The addressee's instance alone numbers its steps; what has no number is a command of whoever sends it. */
    private static void numbering(CoopEvent step, Violations violations) {
        String originator = step.getEnvelope().getOriginatorParty();
        Optional<Integer> seq = step.getSeq();
        if (seq.isPresent()) {
            violations.require(seq.get() >= 1, "seq", seq.get(), "1 or more");
            violations.require(
                    originator.equals(step.getAddressee()), "seq", "no number, as the addressee alone numbers");
            violations.require(step.getFromState().isPresent(), "fromState", "the state before this numbered step");
        } else {
            violations.require(
                    originator.equals(step.getActorParty()),
                    "actorParty",
                    "the originator: nobody commands for another");
        }
    }

    private static void reason(CoopEvent step, Violations violations) {
        Optional<ReasonCode> reason = step.getReasonCode();
        if (WITH_REASON.contains(step.getToState())) {
            violations.require(
                    reason.isPresent(), "reasonCode", "a reason, as %s needs one".formatted(step.getToState()));
        }
        reason.ifPresent(code -> {
            violations.known("reasonCode", code);
            violations.require(
                    code != ReasonCode.ONGOING_INVESTIGATION || step.getToState() == RequestState.POSTPONED,
                    "reasonCode",
                    code,
                    "another reason: this one only postpones");
        });
    }
}
