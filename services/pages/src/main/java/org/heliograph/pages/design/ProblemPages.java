package org.heliograph.pages.design;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says on a page what went wrong, and betrays nothing. A service extends it by what goes wrong there alone, as advice
 * for the controllers of its pages and for those of this module.
 */
public abstract class ProblemPages {

    /** Where the controllers of this module are. */
    public static final String OF_ALL = "org.heliograph.pages";

    private static final Logger log = LoggerFactory.getLogger(ProblemPages.class);

    private final PagesProperties pages;

    protected ProblemPages(PagesProperties pages) {
        this.pages = pages;
    }

    @ExceptionHandler({NoSuchPageException.class, MethodArgumentTypeMismatchException.class})
    final ModelAndView notFound(HttpServletResponse response) {
        return page(PageProblem.NOT_FOUND, response);
    }

    @ExceptionHandler({HandlerMethodValidationException.class, ServletRequestBindingException.class})
    final ModelAndView badAddress(HttpServletResponse response) {
        return page(PageProblem.BAD_ADDRESS, response);
    }

    @ExceptionHandler
    final ModelAndView unexpected(Exception exception, HttpServletResponse response) {
        // Messages of exceptions quote data; their class does not.
        log.atError().addKeyValue("exception", exception.getClass().getName()).log("no page could be made");
        return page(PageProblem.UNEXPECTED, response);
    }

    /** The page that says so. */
    protected final ModelAndView page(PageProblem problem, HttpServletResponse response) {
        return problem.page(pages, response);
    }
}
