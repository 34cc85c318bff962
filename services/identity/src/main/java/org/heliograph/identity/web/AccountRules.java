package org.heliograph.identity.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Who may call what. Operators decide which systems there are, and may stop a person. Who may act in a party's name is
 * the party's own affair: whoever could make an officer, or give one another password, would read content.
 */
public final class AccountRules {

    private static final String OPERATOR = "operator";
    private static final String PARTY = "party";

    private AccountRules() {}

    public static void of(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(GET, "/actuator/prometheus")
                .hasRole("metrics")
                .requestMatchers(POST, "/api/clients/*/secrets")
                .hasRole(PARTY)
                .requestMatchers("/api/clients", "/api/clients/*", "/api/clients/*/secret-reset")
                .hasRole(OPERATOR)
                .requestMatchers(GET, "/api/officers")
                .hasAnyRole(OPERATOR, PARTY)
                .requestMatchers(POST, "/api/officers/*/disable", "/api/officers/*/enable")
                .hasAnyRole(OPERATOR, PARTY)
                .requestMatchers(POST, "/api/officers", "/api/officers/*/password")
                .hasRole(PARTY)
                .requestMatchers("/api/suspensions")
                .hasRole("operations")
                .requestMatchers(GET, "/api/token-requests")
                .hasRole("operations")
                .anyRequest()
                .denyAll();
    }
}
