package org.heliograph.operations.mission;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.exchange.broker.BrokerProperties;
import org.heliograph.exchange.broker.OAuthProperties;
import org.heliograph.exchange.wire.EventDeserializer;
import org.heliograph.operations.policy.AccessQuestions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows the audit where operations was told as whom to read it; without that, nothing is known of what waits. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("heliograph.auditor.client-id")
@EnableConfigurationProperties(AuditorProperties.class)
class MissionConfiguration {

    /** Copies of each partition of an inbox. */
    private static final int KEPT = 500;

    @Bean
    CopyLedger copyLedger() {
        return new CopyLedger(KEPT);
    }

    @Bean
    AuditFollower auditFollower(
            BrokerProperties broker,
            OAuthProperties oauth,
            AuditorProperties auditor,
            EventDeserializer events,
            AccessQuestions access,
            CopyLedger ledger) {
        BrokerClients clients = new BrokerClients(
                broker, new OAuthProperties(oauth.tokenUri(), auditor.clientId(), auditor.clientSecret()));
        Map<String, Object> config = clients.reader("operations");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        return new AuditFollower(config, events, access::policy, ledger);
    }
}
