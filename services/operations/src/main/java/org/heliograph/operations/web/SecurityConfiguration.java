package org.heliograph.operations.web;

import jakarta.servlet.DispatcherType;
import org.heliograph.exchange.broker.OAuthProperties;
import org.heliograph.exchange.introspection.Introspection;
import org.heliograph.exchange.introspection.IntrospectionProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/** Health for all, policy, figures and catalogues for operators, to each party what concerns it, and nothing else. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IntrospectionProperties.class, OAuthProperties.class})
class SecurityConfiguration {

    @Bean
    SecurityFilterChain everything(HttpSecurity http, JsonMapper json, JwtDecoder good, Introspection introspection) {
        Problems problems = new Problems(json);
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/*")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.GET, "/api/policy/changes/mine", "/api/catalogue/mine", "/api/lag/mine")
                        .hasRole("party")
                        .requestMatchers(HttpMethod.GET, "/api/catalogue/*")
                        .hasRole("operator")
                        .requestMatchers(HttpMethod.GET, "/api/lag")
                        .hasRole("operator")
                        .requestMatchers("/api/policy", "/api/policy/**")
                        .hasRole("operator")
                        .requestMatchers(HttpMethod.GET, "/actuator/metrics", "/actuator/metrics/*")
                        .hasRole("operator")
                        .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                        .hasAnyRole("metrics", "operator")
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.decoder(token -> standing(good.decode(token), introspection))
                                        .jwtAuthenticationConverter(roles()))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie means anything here, so there is nothing to forge.
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    Introspection introspection(IntrospectionProperties endpoint, OAuthProperties self) {
        return new Introspection(endpoint, self);
    }

    /** Refuses a token that is good in itself, once whoever it was issued to may no longer use it. */
    private static Jwt standing(Jwt good, Introspection introspection) {
        if (!introspection.isActive(good.getTokenValue())) {
            throw new BadJwtException("the token has ended");
        }
        return good;
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
