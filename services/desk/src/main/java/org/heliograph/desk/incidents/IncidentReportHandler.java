package org.heliograph.desk.incidents;

import org.heliograph.events.IncidentReport;
import org.heliograph.exchange.inbox.Delivery;
import org.heliograph.exchange.inbox.InboxHandler;

/** Keeps each report that comes. */
final class IncidentReportHandler implements InboxHandler<IncidentReport> {

    private final Incidents incidents;

    IncidentReportHandler(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public Class<IncidentReport> eventClass() {
        return IncidentReport.class;
    }

    @Override
    public void handle(IncidentReport event, Delivery delivery) {
        incidents.insert(IncidentView.of(event), IncidentDirection.IN, delivery.receivedAt());
    }
}
