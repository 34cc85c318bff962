package org.heliograph.pages.design;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Why there is no page, or not the one that was asked for. Its words are in the bundles, as {@code problem.<name>}. */
public enum PageProblem {
    NOT_FOUND(HttpStatus.NOT_FOUND),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    OUTDATED_FORM(HttpStatus.FORBIDDEN),
    NOT_YOURS(HttpStatus.FORBIDDEN),
    SIGN_IN_FAILED(HttpStatus.FORBIDDEN),
    BAD_ADDRESS(HttpStatus.BAD_REQUEST),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    IDENTITY_AWAY(HttpStatus.SERVICE_UNAVAILABLE),
    DATABASE_AWAY(HttpStatus.SERVICE_UNAVAILABLE),
    OUTCOME_UNKNOWN(HttpStatus.INTERNAL_SERVER_ERROR),
    UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR);

    static final String PATH = "/problem";

    private final HttpStatus status;

    PageProblem(HttpStatus status) {
        this.status = status;
    }

    ModelAndView page(PagesProperties pages, HttpServletResponse response) {
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(pages.retryAfter().toSeconds()));
        }
        response.setStatus(status.value());
        return new ModelAndView("pages/problem").addObject("problem", name());
    }

    /** From where no controller is reached. */
    public void show(PagesProperties pages, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(PageProblem.class.getName(), this);
        RequestDispatcher page = request.getRequestDispatcher(pages.path() + PATH);
        page.forward(request, response);
    }
}
