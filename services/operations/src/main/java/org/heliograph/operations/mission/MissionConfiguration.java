package org.heliograph.operations.mission;

import java.util.List;
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
    Auditor auditor(BrokerProperties broker, OAuthProperties oauth, AuditorProperties auditor) {
        return new Auditor(new BrokerClients(
                broker, new OAuthProperties(oauth.tokenUri(), auditor.clientId(), auditor.clientSecret())));
    }

    @Bean
    AuditFollower auditFollower(
            Auditor auditor, EventDeserializer events, AccessQuestions access, List<AuditListener> listeners) {
        return new AuditFollower(auditor, events, access::policy, listeners);
    }
}
