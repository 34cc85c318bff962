package org.heliograph.desk.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Ends a call with a problem. */
public final class Rejection extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    public Rejection(ProblemDetail problem) {
        super(HttpStatus.valueOf(problem.getStatus()), problem, null);
    }
}
