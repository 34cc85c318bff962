package org.heliograph.operations.console;

import java.time.Clock;
import org.heliograph.exchange.broker.OAuthProperties;
import org.heliograph.pages.design.Asset;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages of the console load, and whom they ask. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleProperties.class)
class ConsoleConfiguration {

    private static final String FOLDER = "org/heliograph/operations/console/";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Asset consoleCss() {
        return Asset.css("console.css", Asset.text(FOLDER + "console.css"));
    }

    @Bean
    Asset chartScript() {
        return Asset.script("chart.js", Asset.text(FOLDER + "chart.js"));
    }

    @Bean
    Asset plotScript() {
        return Asset.script("uplot.js", Asset.webJar("uplot", "dist/uPlot.iife.min.js"));
    }

    @Bean
    Asset plotCss() {
        return Asset.css("uplot.css", Asset.webJar("uplot", "dist/uPlot.min.css"));
    }

    @Bean
    Others others() {
        return new Others();
    }

    @Bean
    LetterOffices letterOffices(ConsoleProperties properties, Others others) {
        return new LetterOffices(properties, others);
    }

    @Bean
    GateWatch gateWatch(ConsoleProperties properties, Others others, OAuthProperties oauth, Clock clock) {
        return new GateWatch(properties, others, oauth, clock);
    }
}
