package org.heliograph.operations.web;

import java.util.List;
import org.heliograph.exchange.introspection.Introspection;
import org.heliograph.pages.tokens.IssuerKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Whose tokens count, at the REST layer and behind the sessions of the console alike. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    JwtDecoder jwtDecoder(IssuerKeys keys, Introspection introspection) {
        return keys.accessTokens("heliograph-operations", introspection, List.of());
    }
}
