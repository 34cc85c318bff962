package org.heliograph.events.validation;

import org.heliograph.events.ConfirmationOutcome;
import org.heliograph.events.ControlConfirmation;

final class ControlConfirmationRules {

    private ControlConfirmationRules() {}

    static void check(ControlConfirmation confirmation, Violations violations) {
        violations.require(
                !confirmation.getControlEventId().equals(confirmation.getTargetEventId()),
                "controlEventId",
                "the control.handling, not what it is about");
        violations.known("outcome", confirmation.getOutcome());
        violations.text("reason", confirmation.getReason());
        violations.require(
                confirmation.getOutcome() != ConfirmationOutcome.CANNOT
                        || confirmation.getReason().isPresent(),
                "reason",
                "why it cannot be done");
        violations.require(
                !confirmation.getAt().isAfter(confirmation.getEnvelope().getPublishedAt()),
                "at",
                confirmation.getAt(),
                "not after envelope.publishedAt");
    }
}
