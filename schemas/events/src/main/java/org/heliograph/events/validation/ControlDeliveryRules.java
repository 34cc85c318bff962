package org.heliograph.events.validation;

import java.util.Set;
import java.util.regex.Pattern;
import org.heliograph.events.ControlDelivery;
import org.heliograph.events.DeliveryAct;

final class ControlDeliveryRules {

    /** Wider than the catalogue: a holder may give up an event of a later release, which it does not know. */
    private static final Pattern EVENT_TYPE = Pattern.compile("[a-z]+(\\.[a-z-]+)+");

    private static final Set<DeliveryAct> GIVING_UP =
            Set.of(DeliveryAct.RETURNED, DeliveryAct.DISCARD_PROPOSED, DeliveryAct.DISCARDED);

    private ControlDeliveryRules() {}

    static void check(ControlDelivery delivery, Violations violations) {
        violations.require(
                !delivery.getTargetEventId().equals(delivery.getEnvelope().getEventId()),
                "targetEventId",
                "another event than this one");
        violations.require(
                EVENT_TYPE.matcher(delivery.getTargetEventType()).matches(),
                "targetEventType",
                "the type of an event, such as alert.route");
        violations.party("targetOriginator", delivery.getTargetOriginator());
        violations.known("deliveryAct", delivery.getDeliveryAct());
        violations.known("decidedBy", delivery.getDecidedBy());
        violations.known("failure", delivery.getFailure());
        violations.text("reason", delivery.getReason());
        boolean givenUp = GIVING_UP.contains(delivery.getDeliveryAct());
        violations.require(
                delivery.getReason().isPresent() == givenUp,
                "reason",
                givenUp ? "why the copy is given up" : "none with " + delivery.getDeliveryAct());
        violations.require(
                !delivery.getAt().isAfter(delivery.getEnvelope().getPublishedAt()),
                "at",
                delivery.getAt(),
                "not after envelope.publishedAt");
    }
}
