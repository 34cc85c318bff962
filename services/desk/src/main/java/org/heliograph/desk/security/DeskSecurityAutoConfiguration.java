package org.heliograph.desk.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.heliograph.desk.web.ProblemWriter;
import org.heliograph.exchange.PartyProperties;
import org.heliograph.exchange.introspection.Introspection;
import org.heliograph.pages.tokens.IssuerKeys;
import org.heliograph.pages.tokens.TokenProperties;
import org.heliograph.pages.tokens.TokensAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Bearer tokens for this party's desk only; no sessions, therefore nothing to forge a request against. */
@AutoConfiguration(
        after = TokensAutoConfiguration.class,
        before = {ServletWebSecurityAutoConfiguration.class, OAuth2ResourceServerAutoConfiguration.class})
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

    /** For just this desk, of people and systems of just this party. */
    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(PartyProperties party, IssuerKeys keys, Introspection introspection) {
        return keys.accessTokens(
                "heliograph-desk-" + party.party(),
                introspection,
                List.of(new JwtClaimValidator<Object>("party", party.party()::equals)));
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
