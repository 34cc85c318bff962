package org.heliograph.desk.journal;

import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.desk.preview.PreviewAutoConfiguration;
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

/** The journal, and what sends the events that it keeps. */
@AutoConfiguration(
        after = {
            DeskWebAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            OutboxAutoConfiguration.class,
            PreviewAutoConfiguration.class
        })
public final class JournalAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Journal journal(JdbcClient jdbc, JsonMapper json) {
        return new Journal(jdbc, json);
    }

    @Bean
    @ConditionalOnMissingBean
    Sending sending(
            Envelopes envelopes,
            Outbox outbox,
            Journal journal,
            Previews previews,
            PlatformTransactionManager transactions) {
        return new Sending(envelopes, outbox, journal, previews, new TransactionTemplate(transactions));
    }
}
