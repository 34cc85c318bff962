package org.heliograph.desk.pages.incidents;

import org.heliograph.desk.incidents.Incidents;
import org.heliograph.desk.incidents.IncidentsAutoConfiguration;
import org.heliograph.exchange.receipt.Receipts;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Incidents on pages. */
@AutoConfiguration(after = IncidentsAutoConfiguration.class)
public final class IncidentPagesAutoConfiguration {

    @Bean
    IncidentPagesController incidentPagesController(Incidents incidents, Receipts receipts) {
        return new IncidentPagesController(incidents, receipts);
    }
}
