package org.heliograph.operations.console;

import org.heliograph.pages.design.PagesProperties;
import org.heliograph.pages.design.ProblemPages;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** Nothing goes wrong at the console alone. */
@ControllerAdvice(basePackages = {"org.heliograph.operations.console", ProblemPages.OF_ALL})
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ConsoleProblemPages extends ProblemPages {

    ConsoleProblemPages(PagesProperties pages) {
        super(pages);
    }
}
