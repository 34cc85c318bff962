package org.heliograph.unodc.portal;

import java.util.List;
import org.heliograph.desk.security.OpenPages;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

@Configuration(proxyBeanMethods = false)
class PortalConfiguration {

    static final String PAGE = "/knowledge";
    static final String JSON = "/knowledge.json";
    static final String ATOM = "/knowledge.atom";
    private static final String STYLE = "/knowledge/portal.css";

    @Bean
    OpenPages portalPages() {
        return new OpenPages(List.of(PAGE, JSON, ATOM, STYLE));
    }

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> portalTags() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> tags =
                new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        tags.addUrlPatterns(PAGE, JSON, ATOM);
        return tags;
    }
}
