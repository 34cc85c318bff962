package org.heliograph.gate;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.heliograph.exchange.broker.BrokerClients;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GateProperties.class)
class GateConfiguration {

    @Bean
    GateStatus gateStatus() {
        return new GateStatus();
    }

    /** Its name is the one under which health groups know it. */
    @Bean("gateHealthIndicator")
    GateHealth gateHealth(GateStatus status) {
        return new GateHealth(status);
    }

    @Bean
    GateThreads gateThreads(
            BrokerClients broker,
            GateProperties properties,
            GateStatus status,
            MeterRegistry meters,
            ApplicationEventPublisher events) {
        GateClients clients = new GateClients(broker, properties);
        GateMetrics metrics = new GateMetrics(meters);
        CurrentPolicy policies = new CurrentPolicy();
        Adoptions adoptions = new Adoptions(clients);
        RecordJudge judge = new RecordJudge(
                new DispatchReader(Math.toIntExact(properties.largestEvent().toBytes())));
        return new GateThreads(
                new PolicyFollower(clients, policies, status, metrics),
                new GateLoop(clients, policies, judge, status, metrics, adoptions, InstantSource.system()),
                adoptions,
                events);
    }

    /** Nobody has business here by HTTP, except to ask whether it runs. */
    @Bean
    SecurityFilterChain healthOnly(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET,
                                "/actuator/health",
                                "/actuator/health/liveness",
                                "/actuator/health/readiness")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
