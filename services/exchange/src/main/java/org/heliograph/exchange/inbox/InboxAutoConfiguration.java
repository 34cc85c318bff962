package org.heliograph.exchange.inbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.heliograph.exchange.PartyProperties;
import org.heliograph.exchange.autoconfigure.BrokerAutoConfiguration;
import org.heliograph.exchange.autoconfigure.RegistryAutoConfiguration;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.exchange.outbox.Outbox;
import org.heliograph.exchange.tracing.StepSpans;
import org.heliograph.exchange.tracing.TracingAutoConfiguration;
import org.heliograph.exchange.wire.EventReader;
import org.heliograph.exchange.wire.SchemaLookup;
import org.heliograph.sharing.policy.Topics;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;

/** The consumer of a party's inbox; for an application with a party, a broker, a registry and a database. */
@AutoConfiguration(
        after = {BrokerAutoConfiguration.class, RegistryAutoConfiguration.class, TracingAutoConfiguration.class},
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        })
@ConditionalOnProperty("heliograph.party")
@ConditionalOnBean({DataSource.class, BrokerClients.class, SchemaLookup.class})
@EnableConfigurationProperties({PartyProperties.class, InboxProperties.class})
public final class InboxAutoConfiguration {

    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(15);

    @Bean
    @ConditionalOnMissingBean(name = "eventIntake")
    Intake eventIntake(
            PartyProperties party,
            InboxProperties inbox,
            SchemaLookup schemas,
            JdbcClient jdbc,
            ObjectProvider<InboxHandler<?>> handlers) {
        var topics = Stream.concat(
                        inbox.families().stream().map(party::inboxTopic),
                        inbox.publicEvents().stream().map(Topics::publicTopic))
                .collect(Collectors.toSet());
        List<InboxHandler<?>> beans = handlers.orderedStream().toList();
        return new EventIntake(topics, new EventReader(schemas), jdbc, Clock.systemUTC(), beans);
    }

    @Bean
    Intakes intakes(ObjectProvider<Intake> intakes) {
        return new Intakes(intakes.stream().toList());
    }

    @Bean
    DeadLetters deadLetters(JdbcClient jdbc) {
        return new DeadLetters(jdbc, Clock.systemUTC());
    }

    @Bean
    @ConditionalOnMissingBean
    InboxListener inboxListener(
            Intakes intakes,
            PlatformTransactionManager transactions,
            DeadLetters letters,
            ObjectProvider<StepSpans> spans) {
        return new InboxListener(
                intakes, new TransactionTemplate(transactions), letters, spans.getIfAvailable(() -> StepSpans.NONE));
    }

    @Bean
    @ConditionalOnMissingBean
    DeadLetterOffice deadLetterOffice(
            Intakes intakes,
            PlatformTransactionManager transactions,
            DeadLetters letters,
            PartyProperties party,
            SchemaLookup schemas,
            ObjectProvider<Outbox> outbox) {
        var transaction = new TransactionTemplate(transactions);
        var notices =
                new DeliveryNotices(party.party(), new EventReader(schemas), outbox::getIfAvailable, Clock.systemUTC());
        return new DeadLetterOffice(
                letters, new LetterRetries(letters, intakes, notices, transaction), notices, transaction);
    }

    @Bean
    InboxMeters inboxMeters(DeadLetterOffice office) {
        return new InboxMeters(office);
    }

    @Bean
    @ConditionalOnMissingBean
    InboxStatus inboxStatus() {
        return new InboxStatus();
    }

    @Bean
    @ConditionalOnMissingBean(name = "inboxHealthIndicator")
    @ConditionalOnEnabledHealthIndicator("inbox")
    HealthIndicator inboxHealthIndicator(InboxStatus status) {
        return new InboxHealth(status);
    }

    @Bean
    @ConditionalOnMissingBean(name = "inboxContainer")
    ConcurrentMessageListenerContainer<String, byte[]> inboxContainer(
            BrokerClients clients, InboxListener listener, InboxProperties inbox, InboxStatus status) {
        var consumers = new InboxConsumers(clients.consumer("desk"), status);
        var properties = new ContainerProperties(listener.topics().toArray(new String[0]));
        properties.setMessageListener(listener);
        // Offsets go after the transactions of a whole poll; a crash before that only makes the records come again.
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        // The control plane may grant the group after we start.
        properties.setAuthExceptionRetryInterval(Duration.ofSeconds(3));
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setConcurrency(inbox.concurrency());
        container.setCommonErrorHandler(waitForEver());
        return container;
    }

    // The listener throws only for what it stands on, so nothing is ever given up here.
    private static DefaultErrorHandler waitForEver() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(LONGEST_BACK_OFF.toMillis());
        var handler = new DefaultErrorHandler(backOff);
        handler.setClassifications(Map.of(), true);
        handler.setRetryListeners(new WaitingRecords());
        return handler;
    }
}
