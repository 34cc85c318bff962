package org.heliograph.desk.pages.design;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Why there is no page, or not the one that was asked for. Its words are in the bundles, as {@code problem.<name>}. */
public enum PageProblem {
    NOT_FOUND(HttpStatus.NOT_FOUND),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    OUTDATED_FORM(HttpStatus.FORBIDDEN),
    NOT_THIS_DESK(HttpStatus.FORBIDDEN),
    SIGN_IN_FAILED(HttpStatus.FORBIDDEN),
    BAD_ADDRESS(HttpStatus.BAD_REQUEST),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    IDENTITY_AWAY(HttpStatus.SERVICE_UNAVAILABLE),
    DATABASE_AWAY(HttpStatus.SERVICE_UNAVAILABLE),
    OUTCOME_UNKNOWN(HttpStatus.INTERNAL_SERVER_ERROR),
    UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR);

    static final String PATH = "/desk/problem";

    private final HttpStatus status;

    PageProblem(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** From where no controller is reached. */
    public void show(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setAttribute(PageProblem.class.getName(), this);
        RequestDispatcher page = request.getRequestDispatcher(PATH);
        page.forward(request, response);
    }
}
