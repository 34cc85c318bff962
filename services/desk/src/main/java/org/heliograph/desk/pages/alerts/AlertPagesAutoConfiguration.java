package org.heliograph.desk.pages.alerts;

import org.heliograph.desk.alerts.AlertsAutoConfiguration;
import org.heliograph.desk.alerts.RouteAlerts;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Route alerts on pages. */
@AutoConfiguration(after = AlertsAutoConfiguration.class)
public final class AlertPagesAutoConfiguration {

    @Bean
    AlertPagesController alertPagesController(RouteAlerts alerts) {
        return new AlertPagesController(alerts);
    }
}
