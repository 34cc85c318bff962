package org.heliograph.desk.pages.design;

import jakarta.servlet.http.HttpServletResponse;
import org.heliograph.desk.storage.OutcomeUnknownException;
import org.heliograph.desk.web.Rejection;
import org.heliograph.pages.design.PageProblem;
import org.heliograph.pages.design.PagesProperties;
import org.heliograph.pages.design.ProblemPages;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What goes wrong where officers read and write. */
@ControllerAdvice(basePackages = {"org.heliograph.desk.pages", ProblemPages.OF_ALL})
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DeskProblemPages extends ProblemPages {

    DeskProblemPages(PagesProperties pages) {
        super(pages);
    }

    @ExceptionHandler
    ModelAndView rejected(Rejection rejection, HttpServletResponse response) {
        return page(
                rejection.getStatusCode() == HttpStatus.NOT_FOUND ? PageProblem.NOT_FOUND : PageProblem.BAD_ADDRESS,
                response);
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
}
