package org.heliograph.exchange.receipt;

import javax.sql.DataSource;
import org.heliograph.exchange.PartyProperties;
import org.heliograph.exchange.autoconfigure.RegistryAutoConfiguration;
import org.heliograph.exchange.inbox.Intake;
import org.heliograph.exchange.wire.EventDeserializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The store of receipts, and its part of the inbox. */
@AutoConfiguration(
        after = RegistryAutoConfiguration.class,
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnProperty("heliograph.party")
@ConditionalOnBean({DataSource.class, EventDeserializer.class})
@EnableConfigurationProperties(PartyProperties.class)
public final class ReceiptAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Receipts receipts(JdbcClient jdbc) {
        return new JdbcReceipts(jdbc);
    }

    @Bean
    @ConditionalOnMissingBean(name = "receiptIntake")
    Intake receiptIntake(PartyProperties party, EventDeserializer events, JdbcClient jdbc) {
        return new ReceiptIntake(party.inboxTopic("receipts"), events, new JdbcReceipts(jdbc));
    }
}
