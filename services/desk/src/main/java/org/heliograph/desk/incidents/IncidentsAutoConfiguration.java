package org.heliograph.desk.incidents;

import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.desk.maritime.DistressRelay;
import org.heliograph.desk.maritime.MaritimeAutoConfiguration;
import org.heliograph.desk.preview.Previews;
import org.heliograph.desk.web.DeskWebAutoConfiguration;
import org.heliograph.exchange.outbox.Outbox;
import org.heliograph.exchange.outbox.OutboxAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Reported and received incidents. */
@AutoConfiguration(
        after = {
            DeskWebAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            OutboxAutoConfiguration.class,
            MaritimeAutoConfiguration.class
        })
public final class IncidentsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Incidents incidents(JdbcClient jdbc, JsonMapper json) {
        return new Incidents(jdbc, json);
    }

    @Bean
    @ConditionalOnMissingBean
    IncidentReporting incidentReporting(
            Envelopes envelopes,
            Outbox outbox,
            Incidents incidents,
            DistressRelay distress,
            Previews previews,
            PlatformTransactionManager transactions) {
        return new IncidentReporting(
                envelopes, outbox, incidents, distress, previews, new TransactionTemplate(transactions));
    }

    @Bean
    IncidentReportHandler incidentReportHandler(Incidents incidents) {
        return new IncidentReportHandler(incidents);
    }
}
