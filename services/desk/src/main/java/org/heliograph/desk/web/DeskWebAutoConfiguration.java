package org.heliograph.desk.web;

import java.time.Clock;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.heliograph.desk.DeskProperties;
import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.exchange.PartyProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** What every resource of the desk stands on. */
@AutoConfiguration(before = {JacksonAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@EnableConfigurationProperties({DeskProperties.class, PartyProperties.class})
public final class DeskWebAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    Envelopes envelopes(PartyProperties party, Clock clock) {
        return new Envelopes(party.party(), clock);
    }

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }

    @Bean
    @ConditionalOnMissingBean
    ProblemWriter problemWriter(JsonMapper json, DeskProperties properties) {
        return new ProblemWriter(json, properties.retryAfter());
    }

    @Bean
    @ConditionalOnMissingBean
    ProblemAdvice problemAdvice(DeskProperties properties) {
        return new ProblemAdvice(properties);
    }

    @Bean
    @ConditionalOnMissingBean
    ProblemErrorController problemErrorController() {
        return new ProblemErrorController();
    }

    @Bean
    @ConditionalOnMissingBean
    BodyLimit bodyLimit(DeskProperties properties, ObjectProvider<LargerBody> larger, ProblemWriter problems) {
        return new BodyLimit(properties.maxBody().toBytes(), larger.stream().toList(), problems);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }

    @Bean
    WebMvcConfigurer callerArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArguments());
            }
        };
    }
}
