package org.heliograph.desk.incidents.web;

import org.heliograph.desk.incidents.IncidentReporting;
import org.heliograph.desk.incidents.Incidents;
import org.heliograph.desk.incidents.IncidentsAutoConfiguration;
import org.heliograph.exchange.receipt.Receipts;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Incidents over HTTP. */
@AutoConfiguration(after = IncidentsAutoConfiguration.class)
public final class IncidentsWebAutoConfiguration {

    @Bean
    IncidentsController incidentsController(IncidentReporting reporting, Incidents incidents, Receipts receipts) {
        return new IncidentsController(reporting, incidents, receipts);
    }
}
