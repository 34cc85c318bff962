package org.heliograph.operations.web;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/**
 * Health for all, policy, figures and catalogues for operators, to each party what concerns it, and nothing else. The
 * pages of the console come before it, and keep sessions; here no cookie counts.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain everything(HttpSecurity http, JsonMapper json) {
        Problems problems = new Problems(json);
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/*")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.GET,
                                "/api/policy/changes/mine",
                                "/api/catalogue/mine",
                                "/api/keys/mine",
                                "/api/lag/mine")
                        .hasRole("party")
                        .requestMatchers(HttpMethod.GET, "/api/catalogue/*")
                        .hasRole("operator")
                        .requestMatchers(HttpMethod.GET, "/api/lag")
                        .hasRole("operator")
                        .requestMatchers("/api/policy", "/api/policy/**")
                        .hasRole("operator")
                        .requestMatchers("/api/redeliveries", "/api/redeliveries/**")
                        .hasRole("operator")
                        .requestMatchers(HttpMethod.GET, "/actuator/metrics", "/actuator/metrics/*")
                        .hasRole("operator")
                        .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                        .hasAnyRole("metrics", "operator")
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(roles()))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
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
