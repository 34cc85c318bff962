package org.heliograph.desk;

import java.util.UUID;
import org.heliograph.events.ControlDelivery;
import org.heliograph.events.DeliveryAct;
import org.heliograph.events.DeliveryActor;
import org.heliograph.events.DeliveryFailure;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;

/** What recipients say of copies that they could not apply. */
public final class Notices {

    private Notices() {}

    /** That a party gave the copy of an event back. */
    public static ControlDelivery returned(String party, Envelope target) {
        Envelope envelope = Envelope.newBuilder(target)
                .setEventId(UUID.randomUUID())
                .setEventType("control.delivery")
                .setOriginatorParty(party)
                .setOriginatorRole("operator")
                .setLane(Lane.OPERATIONAL)
                .build();
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
}
