package org.heliograph.events.validation;

import java.util.List;
import java.util.Optional;
import org.heliograph.events.Envelope;
import org.heliograph.events.MessageType;
import org.heliograph.events.Priority;
import org.heliograph.events.ProtectionStatus;
import org.heliograph.events.Purpose;

/**
 * R7: three fields leave the firewall. The envelope around them must not tell more, so all that varies in it is fixed.
 */
final class ProtectionStatusRules {

    private ProtectionStatusRules() {}

    static void check(ProtectionStatus status, Violations violations) {
        Envelope envelope = status.getEnvelope();
        CaseRules.isTheSubject(envelope, status.getReferralId(), violations);
        violations.require(
                status.getAt().equals(envelope.getOccurredAt()), "at", status.getAt(), "envelope.occurredAt (R7)");
        violations.require(
                envelope.getMsgType() == MessageType.UPDATE,
                "envelope.msgType",
                envelope.getMsgType(),
                "UPDATE, always (R7)");
        violations.require(
                envelope.getPriority() == Priority.MEDIUM,
                "envelope.priority",
                envelope.getPriority(),
                "MEDIUM, always (R7)");
        violations.require(
                envelope.getPermittedPurposes().equals(List.of(Purpose.PROTECTION_ASSISTANCE)),
                "envelope.permittedPurposes",
                "PROTECTION_ASSISTANCE alone (R7)");
        violations.require(envelope.getHandlingCodes().isEmpty(), "envelope.handlingCodes", "none (R7)");
        none("envelope.handlingNote", envelope.getHandlingNote(), violations);
        none("envelope.correlationId", envelope.getCorrelationId(), violations);
        none("envelope.causationId", envelope.getCausationId(), violations);
        // Personal data would need it (R12), so there can be none either.
        none("envelope.retainUntil", envelope.getRetainUntil(), violations);
        none("envelope.gradingScheme", envelope.getGradingScheme(), violations);
        none("envelope.legalBasis", envelope.getLegalBasis(), violations);
        none("envelope.consentRef", envelope.getConsentRef(), violations);
        none("envelope.payloadKeyId", envelope.getPayloadKeyId(), violations);
    }

    private static void none(String path, Optional<?> value, Violations violations) {
        violations.require(value.isEmpty(), path, "none (R7)");
    }
}
