package org.heliograph.operations.redelivery;

import java.time.InstantSource;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.exchange.wire.EventDeserializer;
import org.heliograph.operations.mission.Auditor;
import org.heliograph.operations.policy.AccessQuestions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What was released to whom only the audit tells: without its auditor's secret nothing can be delivered again. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("heliograph.auditor.client-id")
class RedeliveryConfiguration {

    /** Commands that are remembered. */
    private static final int KEPT = 100;

    @Bean
    RedeliveryBooks redeliveryBooks() {
        return new RedeliveryBooks(KEPT);
    }

    @Bean
    Redeliveries redeliveries(
            Auditor auditor,
            EventDeserializer events,
            BrokerClients clients,
            RedeliveryBooks books,
            AccessQuestions access) {
        return new Redeliveries(
                new KafkaPastAudit(auditor, events),
                new PastOutboxes(clients)::gone,
                new RedeliveryTopic(clients)::write,
                books,
                access::policy,
                InstantSource.system());
    }
}
