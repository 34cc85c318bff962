package org.heliograph.exchange.autoconfigure;

import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.exchange.signing.SigningProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The party's signer, where a key is given. */
@AutoConfiguration
@ConditionalOnProperty("heliograph.signing.key")
@EnableConfigurationProperties(SigningProperties.class)
public final class SigningAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    EventSigner eventSigner(SigningProperties signing) {
        return EventSigner.ofFile(signing.key());
    }
}
