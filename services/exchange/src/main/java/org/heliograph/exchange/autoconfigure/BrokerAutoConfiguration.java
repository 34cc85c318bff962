package org.heliograph.exchange.autoconfigure;

import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.exchange.broker.BrokerProperties;
import org.heliograph.exchange.broker.OAuthProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The broker's clients, where there is a broker. */
@AutoConfiguration
@ConditionalOnProperty("heliograph.broker.bootstrap-servers")
@EnableConfigurationProperties({BrokerProperties.class, OAuthProperties.class})
public final class BrokerAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    BrokerClients brokerClients(BrokerProperties broker, OAuthProperties oauth) {
        return new BrokerClients(broker, oauth);
    }
}
