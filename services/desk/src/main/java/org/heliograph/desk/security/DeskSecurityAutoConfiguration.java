package org.heliograph.desk.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;

import jakarta.servlet.DispatcherType;
import org.heliograph.desk.web.ProblemWriter;
import org.heliograph.exchange.PartyProperties;
import org.heliograph.exchange.broker.OAuthProperties;
import org.heliograph.exchange.introspection.Introspection;
import org.heliograph.exchange.introspection.IntrospectionProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Bearer tokens for this party's desk only; no sessions, therefore nothing to forge a request against. */
@AutoConfiguration(before = {ServletWebSecurityAutoConfiguration.class, OAuth2ResourceServerAutoConfiguration.class})
@EnableConfigurationProperties({TokenProperties.class, IntrospectionProperties.class, OAuthProperties.class})
public final class DeskSecurityAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain desk(
            HttpSecurity http, TokenProperties tokens, ProblemWriter writer, ObjectProvider<OpenPages> open) {
        String[] openPaths =
                open.stream().flatMap(pages -> pages.paths().stream()).toArray(String[]::new);
        SecurityProblems problems = new SecurityProblems(writer);
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                GET, "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")
                        .permitAll()
                        .requestMatchers(GET, "/v3/api-docs", "/v3/api-docs/*", "/swagger-ui.html", "/swagger-ui/*")
                        .permitAll()
                        .requestMatchers(GET, openPaths)
                        .permitAll()
                        .requestMatchers(HEAD, openPaths)
                        .permitAll()
                        .requestMatchers("/api/**")
                        .hasAnyRole("officer", "system")
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(roles()))
                        .protectedResourceMetadata(
                                resource -> resource.protectedResourceMetadataCustomizer(described -> described
                                        .authorizationServer(tokens.issuerUri().toString())
                                        .scope("desk")
                                        .tlsClientCertificateBoundAccessTokens(false)))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterBefore(new IdentityAway(writer), BearerTokenAuthenticationFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy(tokens)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), geolocation=(), microphone=(), payment=()")))
                .build();
    }

    /** A call is observed as a whole: a span for each filter before it took a third of its time. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @ConditionalOnMissingBean
    Introspection introspection(IntrospectionProperties endpoint, OAuthProperties self) {
        return new Introspection(endpoint, self);
    }

    @Bean
    IssuerKeys issuerKeys(TokenProperties tokens) {
        return new IssuerKeys(tokens);
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(TokenProperties tokens, PartyProperties party, IssuerKeys keys, Introspection introspection) {
        NimbusJwtDecoder decoder = keys.decoder();
        decoder.setJwtValidator(DeskTokens.validator(tokens.issuerUri().toString(), party.party(), keys.clock()));
        return new StandingTokens(decoder, introspection);
    }

    static JwtAuthenticationConverter roles() {
        JwtGrantedAuthoritiesConverter roles = new JwtGrantedAuthoritiesConverter();
        roles.setAuthoritiesClaimName("roles");
        roles.setAuthorityPrefix("ROLE_");
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(roles);
        return converter;
    }

    /** Swagger UI sets styles on elements, draws icons from data, and asks the identity provider for a token. */
    private static String policy(TokenProperties tokens) {
        return "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' "
                + tokens.issuerOrigin()
                + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
    }
}
