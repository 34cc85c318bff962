package org.heliograph.desk.security;

import static org.springframework.http.HttpMethod.GET;

import java.util.List;
import org.heliograph.desk.web.ProblemWriter;
import org.heliograph.exchange.introspection.Introspection;
import org.heliograph.pages.tokens.IssuerKeys;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * What operators and monitoring may ask of this party's service: figures and dead letters without content. Their tokens
 * are for operations, and open nothing else here; a token for the desk opens nothing of this.
 */
@AutoConfiguration(after = DeskSecurityAutoConfiguration.class, before = ServletWebSecurityAutoConfiguration.class)
public final class OversightSecurityAutoConfiguration {

    private static final String FIGURES = "/actuator/prometheus";
    private static final String OVERSIGHT = "/api/oversight/**";

    @Bean
    @Order(0)
    SecurityFilterChain oversight(
            HttpSecurity http, IssuerKeys keys, Introspection introspection, ProblemWriter writer) {
        SecurityProblems problems = new SecurityProblems(writer);
        return http.securityMatcher(FIGURES, OVERSIGHT)
                .authorizeHttpRequests(requests -> requests.requestMatchers(GET, FIGURES)
                        .hasRole("metrics")
                        .requestMatchers(OVERSIGHT)
                        .hasRole("operator")
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.decoder(keys.accessTokens("heliograph-operations", introspection, List.of()))
                                        .jwtAuthenticationConverter(DeskSecurityAutoConfiguration.roles()))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie means anything here, so there is nothing to forge.
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
