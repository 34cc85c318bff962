package org.heliograph.testkit;

import java.time.Duration;
import java.util.UUID;
import org.heliograph.events.ConfirmationOutcome;
import org.heliograph.events.ControlConfirmation;
import org.heliograph.events.ControlDelivery;
import org.heliograph.events.ControlHandling;
import org.heliograph.events.DeliveryAct;
import org.heliograph.events.DeliveryActor;
import org.heliograph.events.DeliveryFailure;
import org.heliograph.events.Envelope;
import org.heliograph.events.HandlingAction;
import org.heliograph.events.MessageType;

/** What originators say about events that they sent, and what holders answer. Both stand in the case of the target. */
public final class SampleControl {

    private SampleControl() {}

    /** The recall of an event, marked and purposed as that. */
    public static ControlHandling recall(Envelope target) {
        Envelope envelope = inCaseOf(target, "control.handling", target.getOriginatorParty(), MessageType.CANCEL);
        return ControlHandling.newBuilder()
                .setEnvelope(envelope)
                .setTargetEventId(target.getEventId())
                .setTargetEventType(target.getEventType())
                .setAction(HandlingAction.RECALL)
                .setReason("It was sent by mistake")
                .setConfirmBy(envelope.getPublishedAt().plus(Duration.ofHours(24)))
                .build();
    }

    /** A holder's answer that its copy is gone. */
    public static ControlConfirmation confirmation(String holder, ControlHandling recall) {
        Envelope envelope = inCaseOf(recall.getEnvelope(), "control.confirmation", holder, MessageType.ACK);
        return ControlConfirmation.newBuilder()
                .setEnvelope(envelope)
                .setTargetEventId(recall.getTargetEventId())
                .setControlEventId(recall.getEnvelope().getEventId())
                .setOutcome(ConfirmationOutcome.DELETED)
                .setAt(envelope.getOccurredAt())
                .build();
    }

    /** That a holder gave back a copy which it could not apply. */
    public static ControlDelivery returned(String holder, Envelope target) {
        Envelope envelope = inCaseOf(target, "control.delivery", holder, MessageType.ERROR);
        return ControlDelivery.newBuilder()
                .setEnvelope(envelope)
                .setTargetEventId(target.getEventId())
                .setTargetEventType(target.getEventType())
                .setTargetOriginator(target.getOriginatorParty())
                .setDeliveryAct(DeliveryAct.RETURNED)
                .setDecidedBy(DeliveryActor.OPERATOR)
                .setFailure(DeliveryFailure.NOT_APPLIED)
                .setReason("A time in it cannot be stored")
                .setAt(envelope.getOccurredAt())
                .build();
    }

    private static Envelope inCaseOf(Envelope target, String eventType, String originator, MessageType type) {
        UUID about = target.getEventId();
        return SampleEvents.envelope(eventType, originator)
                .setContextId(target.getContextId())
                .setCausationId(about.toString())
                .setMsgType(type)
                .setTlp(target.getTlp())
                .setLane(target.getLane())
                .setPermittedPurposes(target.getPermittedPurposes())
                .build();
    }
}
