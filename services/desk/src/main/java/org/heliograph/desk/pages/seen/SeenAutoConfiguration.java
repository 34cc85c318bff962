package org.heliograph.desk.pages.seen;

import org.heliograph.desk.alerts.AlertsAutoConfiguration;
import org.heliograph.desk.alerts.RouteAlerts;
import org.heliograph.desk.incidents.Incidents;
import org.heliograph.desk.incidents.IncidentsAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What officers see. */
@AutoConfiguration(after = {IncidentsAutoConfiguration.class, AlertsAutoConfiguration.class})
public final class SeenAutoConfiguration {

    @Bean
    SeenEvents seenEvents(Incidents incidents, RouteAlerts alerts) {
        return new SeenEvents(incidents, alerts);
    }
}
