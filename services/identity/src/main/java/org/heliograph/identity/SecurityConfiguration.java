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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** Which addresses exist, who may call them, and what tokens are made of. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.authorizationEndpoint(authorize ->
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
                .authorizeHttpRequests(requests -> requests.requestMatchers("/oauth2/authorize", "/oauth2/token")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), pathPattern("/oauth2/authorize"))
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), AnyRequestMatcher.INSTANCE))
                .cors(Customizer.withDefaults())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain loginAndHealth(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health", "/actuator/health/*")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                        new Http403ForbiddenEntryPoint(), AnyRequestMatcher.INSTANCE))
                .formLogin(Customizer.withDefaults())
                // The other chain takes only the methods that its endpoints have, so preflight requests arrive here.
                .cors(Customizer.withDefaults())
                .build();
    }

    @Bean
    RegisteredClientRepository registeredClients(IdentityProperties properties) {
        return RegisteredClients.of(properties);
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new ExpiringAuthorizations(Clock.systemUTC());
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IdentityProperties properties) {
        return AuthorizationServerSettings.builder()
                .issuer(properties.issuer().toString())
                .build();
    }

    @Bean
    TokenClaims tokenClaims(IdentityProperties properties) {
        return new TokenClaims(properties);
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
    UserDetailsService officers(IdentityProperties properties) {
        return new InMemoryUserDetailsManager(properties.officers().stream()
                .map(officer -> User.withUsername(officer.username())
                        .password(officer.passwordHash())
                        .roles(officer.roles().toArray(String[]::new))
                        .build())
                .toList());
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
