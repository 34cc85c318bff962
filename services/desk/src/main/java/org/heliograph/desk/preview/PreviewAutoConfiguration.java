package org.heliograph.desk.preview;

import org.heliograph.exchange.broker.OAuthProperties;
import org.heliograph.exchange.outbox.OutboxAutoConfiguration;
import org.heliograph.exchange.outbox.UnsentDispatches;
import org.heliograph.exchange.registry.AccessTokens;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Previews by the gate, with a token that is good for nothing else. */
@AutoConfiguration(after = OutboxAutoConfiguration.class)
@EnableConfigurationProperties({PreviewProperties.class, OAuthProperties.class})
public final class PreviewAutoConfiguration {

    private static final String SCOPE = "gate";

    @Bean
    @ConditionalOnMissingBean
    Previews previews(UnsentDispatches dispatches, OAuthProperties oauth, PreviewProperties preview) {
        return new Previews(dispatches, new AccessTokens(oauth, SCOPE), preview.gate());
    }

    @Bean
    @ConditionalOnMissingBean
    GateCheck gateCheck(Previews previews) {
        return new GateCheck(previews);
    }
}
