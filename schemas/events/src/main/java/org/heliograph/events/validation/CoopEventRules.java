package org.heliograph.events.validation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.heliograph.events.CoopAct;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.ReasonCode;

final class CoopEventRules {

    private static final int HIGHEST_ESCALATION = 3;
    private static final Set<CoopAct> OF_REQUESTER =
            EnumSet.of(CoopAct.ANSWER, CoopAct.CONFIRM, CoopAct.REOPEN, CoopAct.WITHDRAW);

    private CoopEventRules() {}

    static void check(CoopEvent step, Violations violations) {
        violations.known("kind", step.getKind());
        violations.party("addressee", step.getAddressee());
        violations.party("actorParty", step.getActorParty());
        violations.known("toState", step.getToState());
        step.getFromState().ifPresent(from -> violations.known("fromState", from));
        step.getReasonCode().ifPresent(code -> violations.known("reasonCode", code));
        violations.text("reasonText", step.getReasonText());
        violations.texts("conditions", step.getConditions());
        violations.texts("resultRefs", step.getResultRefs());
        numbering(step, violations);
        escalation(step, violations);
        Optional<CoopAct> act = step.getAct();
        violations.require(act.isPresent(), "act", "what was done");
        act.ifPresent(done -> {
            violations.known("act", done);
            actor(done, step, violations);
            needs(done, step, violations);
        });
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

    private static void escalation(CoopEvent step, Violations violations) {
        int level = step.getEscalationLevel();
        violations.require(
                level >= 0 && level <= HIGHEST_ESCALATION, "escalationLevel", level, "0 to " + HIGHEST_ESCALATION);
    }

    private static void actor(CoopAct act, CoopEvent step, Violations violations) {
        if (act == CoopAct.UNKNOWN) {
            return;
        }
        boolean ofAddressee = step.getActorParty().equals(step.getAddressee());
        violations.require(
                ofAddressee != OF_REQUESTER.contains(act),
                "act",
                act,
                ofAddressee ? "one of the addressee" : "one of the requester: " + OF_REQUESTER);
    }

    private static void needs(CoopAct act, CoopEvent step, Violations violations) {
        switch (act) {
            case ACKNOWLEDGE, ACCEPT, START, CONFIRM, WITHDRAW, LAPSE, UNKNOWN -> {}
            case ASSIGN -> {
                present("assignedTo", step.getAssignedTo(), act, violations);
                violations.text("assignedTo", step.getAssignedTo());
            }
            case ASK -> {
                violations.atLeastOne("infoNeeded", step.getInfoNeeded());
                violations.texts("infoNeeded", step.getInfoNeeded());
            }
            case ANSWER, REOPEN -> present("reasonText", step.getReasonText(), act, violations);
            case CONSULT, DECLINE -> ground(act, step, violations);
            case POSTPONE -> {
                ground(act, step, violations);
                present("until", step.getUntil(), act, violations);
            }
            case FULFIL -> {
                present("whole", step.getWhole(), act, violations);
                present("reasonText", step.getReasonText(), act, violations);
                CoopEvidenceRules.check(step, violations);
            }
            case WARN -> deadline(act, step, violations);
            case ESCALATE -> {
                deadline(act, step, violations);
                violations.require(step.getEscalationLevel() != 0, "escalationLevel", "1 or more, as ESCALATE needs");
            }
            case SET_ASIDE -> {
                present("setAside", step.getSetAside(), act, violations);
                step.getSetAside().ifPresent(reason -> violations.known("setAside", reason));
                present("envelope.causationId", step.getEnvelope().getCausationId(), act, violations);
            }
        }
    }

    private static void ground(CoopAct act, CoopEvent step, Violations violations) {
        present("reasonCode", step.getReasonCode(), act, violations);
        present("reasonText", step.getReasonText(), act, violations);
        violations.require(
                act == CoopAct.POSTPONE || !step.getReasonCode().equals(Optional.of(ReasonCode.ONGOING_INVESTIGATION)),
                "reasonCode",
                ReasonCode.ONGOING_INVESTIGATION,
                "another reason: this one only postpones");
        if (step.getReasonCode().equals(Optional.of(ReasonCode.NOT_COMPETENT))) {
            present("redirectTo", step.getRedirectTo(), act, violations);
        }
        violations.text("redirectTo", step.getRedirectTo());
    }

    private static void deadline(CoopAct act, CoopEvent step, Violations violations) {
        present("duty", step.getDuty(), act, violations);
        step.getDuty().ifPresent(duty -> violations.known("duty", duty));
        present("dueAt", step.getDueAt(), act, violations);
    }

    private static void present(String path, Optional<?> value, CoopAct act, Violations violations) {
        violations.require(value.isPresent(), path, "a value, as %s needs one".formatted(act));
    }
}
