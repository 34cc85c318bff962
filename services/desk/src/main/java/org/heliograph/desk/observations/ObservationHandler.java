package org.heliograph.desk.observations;

import org.heliograph.events.ResearchObservation;
import org.heliograph.exchange.inbox.Delivery;
import org.heliograph.exchange.inbox.InboxHandler;

/** Keeps the last of each series and period, the party's own public ones too: they show what everybody sees. */
final class ObservationHandler implements InboxHandler<ResearchObservation> {

    private final Observations observations;

    ObservationHandler(Observations observations) {
        this.observations = observations;
    }

    @Override
    public Class<ResearchObservation> eventClass() {
        return ResearchObservation.class;
    }

    @Override
    public void handle(ResearchObservation event, Delivery delivery) {
        observations.put(ObservationView.of(event), delivery.receivedAt());
    }
}
