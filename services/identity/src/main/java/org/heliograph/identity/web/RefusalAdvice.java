package org.heliograph.identity.web;

import org.heliograph.identity.accounts.InvalidFieldException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;

/** What is wrong with a request, as RFC 9457 problems. */
@RestControllerAdvice
final class RefusalAdvice extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ProblemDetail invalid(InvalidFieldException wrong) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, wrong.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedException refused) {
        return ProblemDetail.forStatusAndDetail(refused.status(), refused.getMessage());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String detail = unreadable.getCause() instanceof DatabindException wrong
                        && !wrong.getPath().isEmpty()
                ? "%s: expected a field of this call, with a value of its kind; found another"
                        .formatted(wrong.getPath().getLast().getPropertyName())
                : "the body: expected one JSON object, found something else or nothing";
        return handleExceptionInternal(
                unreadable, ProblemDetail.forStatusAndDetail(status, detail), headers, status, request);
    }
}
