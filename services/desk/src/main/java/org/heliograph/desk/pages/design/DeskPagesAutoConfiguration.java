package org.heliograph.desk.pages.design;

import org.heliograph.pages.design.Asset;
import org.heliograph.pages.design.DesignAutoConfiguration;
import org.heliograph.pages.design.PagesProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Loads the preview beside a form, and says what goes wrong. */
@AutoConfiguration(before = DesignAutoConfiguration.class)
public final class DeskPagesAutoConfiguration {

    @Bean
    Asset htmx() {
        return Asset.script("htmx.js", Asset.webJar("htmx.org", "dist/htmx.min.js"));
    }

    @Bean
    DeskProblemPages deskProblemPages(PagesProperties pages) {
        return new DeskProblemPages(pages);
    }
}
