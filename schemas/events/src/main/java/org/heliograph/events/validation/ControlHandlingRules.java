package org.heliograph.events.validation;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.heliograph.events.ControlHandling;
import org.heliograph.events.HandlingAction;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.NewHandling;
import org.heliograph.events.Tlp;

final class ControlHandlingRules {

    /** R6: within this, holders confirm that the copy is gone. */
    private static final Duration LONGEST_ANSWER = Duration.ofHours(24);

    private static final Set<HandlingAction> TAKING_AWAY =
            Set.of(HandlingAction.RECALL, HandlingAction.DELETE, HandlingAction.CONSENT_WITHDRAWN);
    private static final Set<HandlingAction> CHANGING = Set.of(HandlingAction.RESTRICT, HandlingAction.CHANGE_MARKING);

    private ControlHandlingRules() {}

    static void check(ControlHandling control, Violations violations) {
        violations.require(
                !control.getTargetEventId().equals(control.getEnvelope().getEventId()),
                "targetEventId",
                "another event than this one");
        violations.require(
                Catalogue.events().containsKey(control.getTargetEventType())
                        && !control.getTargetEventType().startsWith("control."),
                "targetEventType",
                "an event of the catalogue that is not itself about handling");
        violations.text("reason", control.getReason());
        answer(control, violations);
        boolean changes = CHANGING.contains(control.getAction());
        violations.require(
                control.getNewHandling().isPresent() == changes,
                "newHandling",
                changes ? "what holds from now on" : "none with " + control.getAction());
        control.getNewHandling().ifPresent(handling -> handling(control, handling, violations));
    }

    private static void answer(ControlHandling control, Violations violations) {
        var published = control.getEnvelope().getPublishedAt();
        violations.require(
                control.getConfirmBy().isAfter(published),
                "confirmBy",
                control.getConfirmBy(),
                "a time after envelope.publishedAt");
        violations.require(
                !TAKING_AWAY.contains(control.getAction())
                        || !control.getConfirmBy().isAfter(published.plus(LONGEST_ANSWER)),
                "confirmBy",
                control.getConfirmBy(),
                "at most 24 hours after envelope.publishedAt (R6)");
    }

    private static void handling(ControlHandling control, NewHandling handling, Violations violations) {
        Optional<Tlp> marking = handling.getTlp();
        violations.require(
                control.getAction() != HandlingAction.CHANGE_MARKING || marking.isPresent(),
                "newHandling.tlp",
                "a marking, as that is what changes");
        violations.require(
                control.getAction() != HandlingAction.RESTRICT
                        || !handling.getHandlingCodes().isEmpty()
                        || !handling.getPermittedPurposes().isEmpty()
                        || handling.getRetainUntil().isPresent(),
                "newHandling",
                "codes, purposes or an end: what is restricted");
        violations.require(
                marking.stream().noneMatch(Tlp.CLEAR::equals),
                "newHandling.tlp",
                "GREEN or stricter, as handling can only be tightened (R6)");
        violations.distinct("newHandling.handlingCodes", handling.getHandlingCodes());
        violations.distinct("newHandling.permittedPurposes", handling.getPermittedPurposes());
        violations.require(
                !handling.getHandlingCodes().contains(HandlingCode.H3)
                        || handling.getHandlingNote()
                                .filter(note -> !note.isBlank())
                                .isPresent(),
                "newHandling.handlingNote",
                "a note, as there is H3");
        handling.getRetainUntil()
                .ifPresent(until -> violations.require(
                        until.isAfter(control.getEnvelope().getPublishedAt()),
                        "newHandling.retainUntil",
                        until,
                        "a time after envelope.publishedAt"));
    }
}
