package org.heliograph.iom.research;

import org.heliograph.desk.web.LargerBody;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ResearchProperties.class)
class ResearchConfiguration {

    @Bean
    LargerBody largerFiles(ResearchProperties properties) {
        return new LargerBody(IngestsController.PATH + IngestsController.MISSING_MIGRANTS, properties.maxFile());
    }
}
