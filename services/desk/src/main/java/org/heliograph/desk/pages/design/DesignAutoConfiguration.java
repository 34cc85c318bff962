package org.heliograph.desk.pages.design;

import java.time.Clock;
import java.time.ZoneId;
import org.heliograph.desk.DeskProperties;
import org.heliograph.desk.web.DeskWebAutoConfiguration;
import org.heliograph.exchange.PartyProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Layout, words and languages of the officers' pages. */
@AutoConfiguration(after = DeskWebAutoConfiguration.class, before = WebMvcAutoConfiguration.class)
public final class DesignAutoConfiguration {

    /** Under the name by which Spring MVC looks for it. */
    @Bean
    Languages localeResolver() {
        return new Languages();
    }

    @Bean
    AssetsController assetsController() {
        return new AssetsController(new Assets());
    }

    @Bean
    ProblemPages problemPages(DeskProperties properties) {
        return new ProblemPages(properties);
    }

    @Bean
    WebMvcConfigurer shell(
            Languages languages,
            MessageSource messages,
            PartyProperties party,
            Clock clock,
            @Value("${heliograph.clocks.zone:UTC}") ZoneId zone) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors
                        .addInterceptor(new ShellInterceptor(languages, messages, party.party(), zone, clock))
                        .addPathPatterns(Languages.PAGES, Languages.PAGES + "/**");
            }
        };
    }
}
