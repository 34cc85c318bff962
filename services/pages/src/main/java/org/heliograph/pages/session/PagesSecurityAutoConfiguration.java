package org.heliograph.pages.session;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.List;
import org.heliograph.pages.design.DesignAutoConfiguration;
import org.heliograph.pages.design.PageProblem;
import org.heliograph.pages.design.PagesProperties;
import org.heliograph.pages.tokens.IssuerKeys;
import org.heliograph.pages.tokens.TokenProperties;
import org.heliograph.pages.tokens.TokensAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCacheAwareFilter;
import org.springframework.web.client.RestClient;

/** Sessions for the pages alone; the REST layer goes on to take bearer tokens and nothing else. */
@AutoConfiguration(
        after = {DesignAutoConfiguration.class, TokensAutoConfiguration.class},
        before = {ServletWebSecurityAutoConfiguration.class, OAuth2ClientAutoConfiguration.class})
public final class PagesSecurityAutoConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain pages(
            HttpSecurity http,
            PagesProperties pages,
            TokenProperties tokens,
            JwtDecoder decoder,
            IssuerKeys identity,
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientRepository clients) {
        HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
        HttpSessionCsrfTokenRepository csrfTokens = new HttpSessionCsrfTokenRepository();
        HttpSessionRequestCache waiting = waiting();
        String path = pages.path();
        return http.securityMatcher("/", path, path + "/**")
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers("/", path + "/assets/*", path + IdentityRegistration.SIGNED_OUT)
                                .permitAll()
                                .anyRequest()
                                .hasRole(pages.role()))
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(waiting))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .sessionAuthenticationStrategy(new LastOfficer(csrfTokens, waiting)))
                .oauth2Login(login -> login.clientRegistrationRepository(registrations)
                        .authorizedClientRepository(clients)
                        .authorizationEndpoint(start -> start.baseUri(path + IdentityRegistration.SIGN_IN))
                        .loginProcessingUrl(path + IdentityRegistration.SIGNED_IN)
                        .tokenEndpoint(token -> token.accessTokenResponseClient(tokenEndpoint()))
                        .userInfoEndpoint(user -> user.oidcUserService(new Officers(decoder)))
                        .defaultSuccessUrl(path)
                        .failureHandler(new RefusedSignIn(pages)))
                .logout(logout -> logout.logoutUrl(path + IdentityRegistration.SIGN_OUT)
                        .deleteCookies()
                        .logoutSuccessHandler(signOut(pages, registrations)))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new SignInEntryPoint(pages, identity))
                        .accessDeniedHandler(denials(pages)))
                .addFilterBefore(new StandingOfficers(pages, decoder, clients, contexts), RequestCacheAwareFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy(tokens)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), geolocation=(), microphone=(), payment=()")))
                .build();
    }

    @Bean
    ClientRegistrationRepository clientRegistrations(PagesProperties pages, TokenProperties tokens) {
        return new InMemoryClientRegistrationRepository(IdentityRegistration.of(pages, tokens));
    }

    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    OwnToken ownToken(OAuth2AuthorizedClientRepository clients) {
        return new OwnToken(clients);
    }

    /** ID tokens are signed as access tokens are, and end by the same clock. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(IssuerKeys keys) {
        return registration -> {
            OidcIdTokenValidator validator = new OidcIdTokenValidator(registration);
            validator.setClock(keys.clock());
            NimbusJwtDecoder decoder = keys.decoder();
            decoder.setJwtValidator(validator);
            return decoder;
        };
    }

    @Bean
    SignedOutController signedOutController(PagesProperties pages) {
        return new SignedOutController(pages);
    }

    /** Pages that somebody asked for, and forms of somebody who was signed in before. */
    private static HttpSessionRequestCache waiting() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> request.getHeader("HX-Request") == null
                && switch (request.getMethod()) {
                    case "GET" -> true;
                    case "POST" -> LastOfficer.isKnown(request);
                    default -> false;
                });
        return cache;
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokenEndpoint() {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(Duration.ofSeconds(2));
        http.setReadTimeout(Duration.ofSeconds(5));
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(http)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    /** Ends the session at the identity provider too: else the next click would sign the same officer in again. */
    private static OidcClientInitiatedLogoutSuccessHandler signOut(
            PagesProperties pages, ClientRegistrationRepository registrations) {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri("{baseUrl}" + pages.path() + IdentityRegistration.SIGNED_OUT);
        handler.setDefaultTargetUrl(pages.path() + IdentityRegistration.SIGNED_OUT);
        return handler;
    }

    private static AccessDeniedHandler denials(PagesProperties pages) {
        return (request, response, denial) -> problem(denial).show(pages, request, response);
    }

    private static PageProblem problem(AccessDeniedException denial) {
        return denial instanceof CsrfException ? PageProblem.OUTDATED_FORM : PageProblem.FORBIDDEN;
    }

    /** What is sent may end in a redirect to the identity provider, which browsers count as a target of the form. */
    private static String policy(TokenProperties tokens) {
        return String.join(
                "; ",
                List.of(
                        "default-src 'self'",
                        "base-uri 'none'",
                        "form-action 'self' " + tokens.issuerOrigin(),
                        "frame-ancestors 'none'",
                        "object-src 'none'"));
    }
}
