package org.heliograph.exchange.outbox;

import io.micrometer.tracing.Tracer;
import javax.sql.DataSource;
import org.heliograph.exchange.PartyProperties;
import org.heliograph.exchange.autoconfigure.BrokerAutoConfiguration;
import org.heliograph.exchange.autoconfigure.RegistryAutoConfiguration;
import org.heliograph.exchange.autoconfigure.SigningAutoConfiguration;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.exchange.tracing.StepSpans;
import org.heliograph.exchange.tracing.TracingAutoConfiguration;
import org.heliograph.exchange.wire.EventDeserializer;
import org.heliograph.exchange.wire.SchemaLookup;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The outbox of a party's service and its relay; for an application with a party, a broker, a registry, a signing key
 * and a database.
 */
@AutoConfiguration(
        after = {
            BrokerAutoConfiguration.class,
            RegistryAutoConfiguration.class,
            SigningAutoConfiguration.class,
            TracingAutoConfiguration.class
        },
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration"
        })
@ConditionalOnProperty("heliograph.party")
@ConditionalOnBean({DataSource.class, BrokerClients.class, SchemaLookup.class, EventSigner.class})
@EnableConfigurationProperties({PartyProperties.class, OutboxProperties.class})
public final class OutboxAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Outbox outbox(
            JdbcClient jdbc,
            PartyProperties party,
            EventSigner signer,
            ObjectProvider<TraceSource> traces,
            OutboxRelay relay) {
        var finisher = new EventFinisher(party.party(), signer);
        TraceSource source = traces.getIfAvailable(() -> TraceSource.NONE);
        return new JdbcOutbox(jdbc, finisher, source, party.partitions(), relay::wake);
    }

    @Bean
    OutboxMeters outboxMeters(JdbcClient jdbc) {
        return new OutboxMeters(jdbc);
    }

    @Bean
    @ConditionalOnMissingBean
    UnsentDispatches unsentDispatches(PartyProperties party, SchemaLookup schemas) {
        return new UnsentDispatches(party.party(), schemas);
    }

    @Bean
    @ConditionalOnMissingBean
    RelayStatus relayStatus() {
        return new RelayStatus();
    }

    @Bean
    @ConditionalOnMissingBean
    OutboxRelay outboxRelay(
            BrokerClients clients,
            SchemaLookup schemas,
            EventDeserializer events,
            DataSource dataSource,
            PartyProperties party,
            OutboxProperties outbox,
            RelayStatus status,
            ObjectProvider<StepSpans> spans) {
        var tails = new OutboxTailReader(clients, events, party.outboxTopic());
        var context = new RelayContext(
                clients,
                schemas,
                tails,
                party.outboxTopic(),
                outbox.chunk(),
                spans.getIfAvailable(() -> StepSpans.NONE));
        return new OutboxRelay(context, dataSource, outbox, party.partitions(), status);
    }

    @Bean
    @ConditionalOnMissingBean(name = "brokerHealthIndicator")
    @ConditionalOnEnabledHealthIndicator("broker")
    HealthIndicator brokerHealthIndicator(BrokerClients clients, PartyProperties party, RelayStatus status) {
        return new BrokerHealth(clients, party.outboxTopic(), party.partitions(), status);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Tracer.class)
    static class Tracing {

        @Bean
        @ConditionalOnBean(Tracer.class)
        @ConditionalOnMissingBean(TraceSource.class)
        TraceSource micrometerTraceSource(Tracer tracer) {
            return new MicrometerTraceSource(tracer);
        }
    }
}
