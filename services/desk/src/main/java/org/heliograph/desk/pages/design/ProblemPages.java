package org.heliograph.desk.pages.design;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.heliograph.desk.DeskProperties;
import org.heliograph.desk.storage.OutcomeUnknownException;
import org.heliograph.desk.web.Rejection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Says on a page what went wrong, and betrays nothing. */
@Controller
@ControllerAdvice(basePackages = "org.heliograph.desk.pages")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemPages {

    private static final Logger log = LoggerFactory.getLogger(ProblemPages.class);

    private final DeskProperties properties;

    ProblemPages(DeskProperties properties) {
        this.properties = properties;
    }

    /**
     * Where a filter found the problem; whoever comes by the address finds nothing, as under all others without a page.
     */
    @RequestMapping({PageProblem.PATH, "/desk/**"})
    ModelAndView problem(HttpServletRequest request, HttpServletResponse response) {
        return request.getAttribute(PageProblem.class.getName()) instanceof PageProblem problem
                ? page(problem, response)
                : page(PageProblem.NOT_FOUND, response);
    }

    @ExceptionHandler({NoSuchPageException.class, MethodArgumentTypeMismatchException.class})
    ModelAndView notFound(HttpServletResponse response) {
        return page(PageProblem.NOT_FOUND, response);
    }

    @ExceptionHandler
    ModelAndView rejected(Rejection rejection, HttpServletResponse response) {
        return page(
                rejection.getStatusCode() == HttpStatus.NOT_FOUND ? PageProblem.NOT_FOUND : PageProblem.BAD_ADDRESS,
                response);
    }

    @ExceptionHandler({HandlerMethodValidationException.class, ServletRequestBindingException.class})
    ModelAndView badAddress(HttpServletResponse response) {
        return page(PageProblem.BAD_ADDRESS, response);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        RecoverableDataAccessException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    ModelAndView databaseAway(HttpServletResponse response) {
        return page(PageProblem.DATABASE_AWAY, response);
    }

    @ExceptionHandler(OutcomeUnknownException.class)
    ModelAndView outcomeUnknown(HttpServletResponse response) {
        return page(PageProblem.OUTCOME_UNKNOWN, response);
    }

    @ExceptionHandler
    ModelAndView unexpected(Exception exception, HttpServletResponse response) {
        // Messages of exceptions quote data; their class does not.
        log.atError().addKeyValue("exception", exception.getClass().getName()).log("no page could be made");
        return page(PageProblem.UNEXPECTED, response);
    }

    private ModelAndView page(PageProblem problem, HttpServletResponse response) {
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(properties.retryAfter().toSeconds()));
        }
        response.setStatus(problem.status().value());
        return new ModelAndView("desk/problem").addObject("problem", problem.name());
    }
}
