package org.heliograph.desk.pages.incidents;

import org.heliograph.desk.incidents.Incidents;
import org.heliograph.desk.pages.seen.SeenAutoConfiguration;
import org.heliograph.desk.pages.seen.SeenEvents;
import org.heliograph.exchange.receipt.Receipts;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Incidents on pages. */
@AutoConfiguration(after = SeenAutoConfiguration.class)
public final class IncidentPagesAutoConfiguration {

    @Bean
    IncidentPagesController incidentPagesController(Incidents incidents, SeenEvents events, Receipts receipts) {
        return new IncidentPagesController(incidents, events, receipts);
    }
}
