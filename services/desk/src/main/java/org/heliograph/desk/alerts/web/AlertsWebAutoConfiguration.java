package org.heliograph.desk.alerts.web;

import org.heliograph.desk.alerts.AlertsAutoConfiguration;
import org.heliograph.desk.alerts.RouteAlerts;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Received alerts over HTTP. */
@AutoConfiguration(after = AlertsAutoConfiguration.class)
public final class AlertsWebAutoConfiguration {

    @Bean
    AlertsController alertsController(RouteAlerts alerts) {
        return new AlertsController(alerts);
    }
}
