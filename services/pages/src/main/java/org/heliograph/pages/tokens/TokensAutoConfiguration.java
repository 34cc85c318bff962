package org.heliograph.pages.tokens;

import org.heliograph.exchange.broker.OAuthProperties;
import org.heliograph.exchange.introspection.Introspection;
import org.heliograph.exchange.introspection.IntrospectionProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The keys of the identity provider, and whom it has stopped. */
@AutoConfiguration(before = OAuth2ResourceServerAutoConfiguration.class)
@EnableConfigurationProperties({TokenProperties.class, IntrospectionProperties.class, OAuthProperties.class})
public final class TokensAutoConfiguration {

    @Bean
    IssuerKeys issuerKeys(TokenProperties tokens) {
        return new IssuerKeys(tokens);
    }

    @Bean
    @ConditionalOnMissingBean
    Introspection introspection(IntrospectionProperties endpoint, OAuthProperties self) {
        return new Introspection(endpoint, self);
    }
}
