package org.heliograph.identity;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.heliograph.identity.accounts.Accounts;
import org.heliograph.identity.accounts.Credentials;
import org.heliograph.identity.accounts.TokenRequests;
import org.heliograph.identity.web.AccountProblems;
import org.heliograph.identity.web.AccountRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.ui.DefaultLoginPageGeneratingFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import tools.jackson.databind.json.JsonMapper;

/** Which addresses exist, who may call them, and what tokens are made of. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain protocol(
            HttpSecurity http,
            Accounts accounts,
            RegisteredClientRepository registered,
            PasswordEncoder encoder,
            OwnTokens tokens,
            TokenRequests asked,
            Clock clock) {
        ClientLogin clientLogin = new ClientLogin(accounts, registered, encoder, asked, clock);
        Introspection introspection = new Introspection(tokens, accounts);
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.clientAuthentication(clients -> clients.authenticationProviders(all -> {
                                all.removeIf(ClientSecretAuthenticationProvider.class::isInstance);
                                all.addFirst(clientLogin);
                            }))
                            .tokenIntrospectionEndpoint(introspect -> introspect.authenticationProviders(all -> {
                                all.clear();
                                all.add(introspection);
                            }))
                            .authorizationEndpoint(authorize ->
                                    authorize.authenticationProviders(all -> all.forEach(OneAudience::require)))
                            .tokenEndpoint(
                                    token -> token.authenticationProviders(all -> all.forEach(OneAudience::require)))
                            .authorizationServerMetadataEndpoint(
                                    metadata -> metadata.authorizationServerMetadataCustomizer(
                                            described -> described.claims(Discovery::keepWhatExists)))
                            .oidc(oidc -> oidc.providerConfigurationEndpoint(
                                    provider -> provider.providerConfigurationCustomizer(
                                            described -> described.claims(Discovery::keepWhatExists))));
                })
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers("/oauth2/authorize", "/oauth2/token", "/oauth2/introspect")
                                .authenticated()
                                .anyRequest()
                                .denyAll())
                .addFilterAfter(new EndedSessions(accounts), SecurityContextHolderFilter.class)
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), pathPattern("/oauth2/authorize"))
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), AnyRequestMatcher.INSTANCE))
                .cors(Customizer.withDefaults())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain accountsApi(HttpSecurity http, OwnTokens tokens, JsonMapper json) {
        AccountProblems problems = new AccountProblems(json);
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(ApiTokens::authorities);
        return http.securityMatcher("/api/**", "/actuator/prometheus")
                .authorizeHttpRequests(AccountRules::of)
                .oauth2ResourceServer(server -> server.jwt(jwt ->
                                jwt.decoder(tokens.that(ApiTokens::opens)).jwtAuthenticationConverter(converter))
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
    @Order(3)
    SecurityFilterChain loginAndHealth(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health", "/actuator/health/*")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                        new Http403ForbiddenEntryPoint(), AnyRequestMatcher.INSTANCE))
                .formLogin(form -> form.withObjectPostProcessor(StandingPage.whereRefused()))
                .addFilterBefore(new LoginLandmarks(), DefaultLoginPageGeneratingFilter.class)
                // The other chains take only the methods that their endpoints have, so preflight requests arrive here.
                .cors(Customizer.withDefaults())
                .build();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Accounts accounts(IdentityProperties properties) {
        return Accounts.in(properties.accounts());
    }

    @Bean
    Credentials credentials(PasswordEncoder encoder) {
        return new Credentials(encoder);
    }

    @Bean
    OwnTokens ownTokens(JWKSource<SecurityContext> keys, IdentityProperties properties, Accounts accounts) {
        return new OwnTokens(keys, properties, accounts);
    }

    @Bean
    RegisteredClientRepository registeredClients(IdentityProperties properties, Accounts accounts) {
        return new RegisteredClients(properties, accounts);
    }

    @Bean
    OAuth2AuthorizationService authorizations(Clock clock) {
        return new ExpiringAuthorizations(clock);
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IdentityProperties properties) {
        return AuthorizationServerSettings.builder()
                .issuer(properties.issuer().toString())
                .build();
    }

    @Bean
    TokenClaims tokenClaims(Accounts accounts, TokenRequests requests, Clock clock) {
        return new TokenClaims(accounts, requests, clock);
    }

    @Bean
    TokenRequests tokenRequests() {
        return new TokenRequests();
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(IdentityProperties properties) {
        return new ImmutableJWKSet<>(SigningKeys.read(properties.signingKey()));
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(List<JWK>::getFirst);
        return encoder;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder()));
    }

    @Bean
    AuthenticationProvider officers(Accounts accounts, PasswordEncoder encoder) {
        return OfficerLogin.provider(accounts, encoder);
    }

    @Bean
    UrlBasedCorsConfigurationSource corsConfigurationSource(IdentityProperties properties) {
        CorsConfiguration pages = new CorsConfiguration();
        pages.setAllowedOrigins(properties.allowedOrigins());
        pages.setAllowedMethods(List.of("GET", "POST"));
        pages.setAllowedHeaders(List.of("Authorization", "Content-Type", "X-Requested-With"));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/oauth2/token", pages);
        source.registerCorsConfiguration("/oauth2/jwks", pages);
        source.registerCorsConfiguration("/.well-known/**", pages);
        return source;
    }
}
