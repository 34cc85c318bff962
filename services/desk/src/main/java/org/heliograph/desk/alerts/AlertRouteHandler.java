package org.heliograph.desk.alerts;

import org.heliograph.events.AlertRoute;
import org.heliograph.exchange.inbox.Delivery;
import org.heliograph.exchange.inbox.InboxHandler;

/** Keeps each route alert that comes. */
final class AlertRouteHandler implements InboxHandler<AlertRoute> {

    private final RouteAlerts alerts;

    AlertRouteHandler(RouteAlerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public Class<AlertRoute> eventClass() {
        return AlertRoute.class;
    }

    @Override
    public void handle(AlertRoute event, Delivery delivery) {
        alerts.insert(RouteAlertView.of(event), delivery.receivedAt());
    }
}
