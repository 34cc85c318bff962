package org.heliograph.gate;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.propagation.ContextPropagators;
import java.time.InstantSource;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.exchange.tracing.StepSpans;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
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
    CurrentPolicy currentPolicy() {
        return new CurrentPolicy();
    }

    @Bean
    RecordJudge recordJudge(GateProperties properties) {
        return new RecordJudge(
                new DispatchReader(Math.toIntExact(properties.largestEvent().toBytes())));
    }

    @Bean
    GateThreads gateThreads(
            BrokerClients broker,
            GateProperties properties,
            CurrentPolicy policies,
            RecordJudge judge,
            GateStatus status,
            MeterRegistry meters,
            StepSpans spans,
            ApplicationEventPublisher events) {
        GateClients clients = new GateClients(broker, properties);
        GateMetrics metrics = new GateMetrics(meters);
        Adoptions adoptions = new Adoptions(clients);
        return new GateThreads(
                new PolicyFollower(clients, policies, status, metrics),
                new GateLoop(
                        clients,
                        policies,
                        judge,
                        status,
                        metrics,
                        new TransactionSpans(spans),
                        adoptions,
                        InstantSource.system()),
                adoptions,
                events);
    }

    /** A caller's trace is not gone on with: whoever reads the gate's could follow the calls of parties. */
    @Bean
    ContextPropagators otelContextPropagators() {
        return ContextPropagators.noop();
    }

    /** Health for all; previews, and whom they may name, for the services of parties; figures; and nothing else. */
    @Bean
    SecurityFilterChain healthAndPreviews(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET,
                                "/actuator/health",
                                "/actuator/health/liveness",
                                "/actuator/health/readiness")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                        // Operations shows operators how many offers ended how.
                        .hasAnyRole("metrics", "operations")
                        .requestMatchers(HttpMethod.GET, "/eligible")
                        .hasRole("party")
                        .requestMatchers(HttpMethod.POST, "/preview")
                        .hasRole("party")
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(roles())))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie means anything here, so there is nothing to forge.
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    private static JwtAuthenticationConverter roles() {
        JwtGrantedAuthoritiesConverter authorities = new JwtGrantedAuthoritiesConverter();
        authorities.setAuthoritiesClaimName("roles");
        authorities.setAuthorityPrefix("ROLE_");
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(authorities);
        return converter;
    }
}
