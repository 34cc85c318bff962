package org.heliograph.pages.design;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Layout, words and languages of the pages. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
@EnableConfigurationProperties(PagesProperties.class)
public final class DesignAutoConfiguration {

    /** Under the name by which Spring MVC looks for it. */
    @Bean
    Languages localeResolver(PagesProperties pages) {
        return new Languages(pages);
    }

    @Bean
    AssetsController assetsController(ObjectProvider<Asset> ofService) {
        return new AssetsController(new Assets(ofService.stream().toList()));
    }

    @Bean
    ProblemController problemController(PagesProperties pages) {
        return new ProblemController(pages);
    }

    @Bean
    WebMvcConfigurer shell(Languages languages, MessageSource messages, PagesProperties pages, Clock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors
                        .addInterceptor(new ShellInterceptor(languages, messages, pages, clock))
                        .addPathPatterns(pages.path(), pages.path() + "/**");
            }
        };
    }
}
