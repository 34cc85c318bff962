package org.heliograph.desk.pages.alerts;

import org.heliograph.desk.alerts.RouteAlerts;
import org.heliograph.desk.pages.seen.SeenAutoConfiguration;
import org.heliograph.desk.pages.seen.SeenEvents;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Route alerts on pages. */
@AutoConfiguration(after = SeenAutoConfiguration.class)
public final class AlertPagesAutoConfiguration {

    @Bean
    AlertPagesController alertPagesController(RouteAlerts alerts, SeenEvents events) {
        return new AlertPagesController(alerts, events);
    }
}
