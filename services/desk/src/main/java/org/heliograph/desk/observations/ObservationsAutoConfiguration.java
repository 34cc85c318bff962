package org.heliograph.desk.observations;

import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.desk.preview.GateCheck;
import org.heliograph.desk.preview.PreviewAutoConfiguration;
import org.heliograph.desk.preview.Previews;
import org.heliograph.desk.requests.NamedRequests;
import org.heliograph.desk.requests.RequestsAutoConfiguration;
import org.heliograph.desk.web.DeskWebAutoConfiguration;
import org.heliograph.exchange.PartyProperties;
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

/** Observations of the party and of others. */
@AutoConfiguration(
        after = {
            DeskWebAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            OutboxAutoConfiguration.class,
            PreviewAutoConfiguration.class,
            RequestsAutoConfiguration.class
        })
public final class ObservationsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Observations observations(JdbcClient jdbc, JsonMapper json) {
        return new Observations(jdbc, json);
    }

    @Bean
    ObservationPublishing observationPublishing(
            PartyProperties party,
            Envelopes envelopes,
            Outbox outbox,
            Observations observations,
            NamedRequests requests,
            Previews previews,
            GateCheck gate,
            PlatformTransactionManager transactions) {
        return new ObservationPublishing(
                party.party(),
                envelopes,
                outbox,
                observations,
                requests,
                previews,
                gate,
                new TransactionTemplate(transactions));
    }

    @Bean
    ObservationHandler observationHandler(Observations observations) {
        return new ObservationHandler(observations);
    }
}
