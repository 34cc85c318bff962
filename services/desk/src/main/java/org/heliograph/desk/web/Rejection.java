package org.heliograph.desk.web;

import java.util.List;
import org.heliograph.desk.web.Problems.FieldError;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Ends a call with a problem. */
public final class Rejection extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    public Rejection(ProblemDetail problem) {
        super(HttpStatus.valueOf(problem.getStatus()), problem, null);
    }

    /**
     * Ends a call that cannot be done as it was asked for with 422 and one error for each field; goes on without any.
     */
    public static void ifAny(List<FieldError> broken) {
        if (!broken.isEmpty()) {
            throw new Rejection(Problems.fields(HttpStatus.UNPROCESSABLE_CONTENT, broken));
        }
    }

    /** Ends a call because of one field, with 422. */
    public static Rejection of(String field, String expected) {
        return new Rejection(
                Problems.fields(HttpStatus.UNPROCESSABLE_CONTENT, List.of(new FieldError(field, expected))));
    }
}
