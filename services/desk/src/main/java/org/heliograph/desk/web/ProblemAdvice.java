package org.heliograph.desk.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.heliograph.desk.DeskProperties;
import org.heliograph.desk.envelope.InvalidEventException;
import org.heliograph.desk.preview.NoPreviewException;
import org.heliograph.desk.storage.OutcomeUnknownException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever ends a call early into a problem detail that helps the caller and betrays nothing. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final DeskProperties properties;

    ProblemAdvice(DeskProperties properties) {
        this.properties = properties;
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        RecoverableDataAccessException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<ProblemDetail> databaseAway(Exception exception) {
        log.atWarn().addKeyValue("exception", exception.getClass().getName()).log("database not reachable");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(properties.retryAfter().toSeconds()))
                .body(Problems.unavailable("The database"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noPreview(NoPreviewException exception) {
        log.atWarn().addKeyValue("reason", exception.getMessage()).log("no preview by the gate");
        String usual = Long.toString(properties.retryAfter().toSeconds());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, exception.retryAfter().orElse(usual))
                .body(Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "no-preview",
                        "No preview just now",
                        "The gate cannot be asked just now. What is submitted is taken all the same, and judged as soon"
                                + " as the gate is back"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> outcomeUnknown(OutcomeUnknownException exception) {
        log.atWarn().log("no answer to a commit");
        return ResponseEntity.internalServerError()
                .body(Problems.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "outcome-unknown",
                        "It is not known whether this was stored",
                        "The database went away before it had answered; look it up, or send it again with the same"
                                + " Idempotency-Key where the call takes one"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidEventException exception) {
        List<Problems.FieldError> errors = exception.violations().stream()
                .map(violation -> violation.split(": ", 2))
                .map(parts -> new Problems.FieldError(parts[0], parts[parts.length - 1]))
                .toList();
        return ResponseEntity.unprocessableContent().body(Problems.fields(HttpStatus.UNPROCESSABLE_CONTENT, errors));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(BodyTooLargeException exception) {
        return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(Problems.tooLarge(exception.maxBytes()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception exception) {
        // Messages of exceptions quote data; where it happened does not.
        log.atError().addKeyValue("exception", Traces.of(exception)).log("call failed");
        return ResponseEntity.internalServerError().body(ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = UnreadableBody.problem(exception);
        return handleExceptionInternal(
                exception, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Problems.FieldError> errors = fieldErrors(exception.getBindingResult());
        return handleExceptionInternal(
                exception, Problems.fields(HttpStatus.BAD_REQUEST, errors), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<Problems.FieldError> errors = exception.getParameterValidationResults().stream()
                .flatMap(result ->
                        result instanceof ParameterErrors body ? fieldErrors(body).stream() : parameterErrors(result))
                .toList();
        return handleExceptionInternal(
                exception, Problems.fields(HttpStatus.BAD_REQUEST, errors), headers, HttpStatus.BAD_REQUEST, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (exception instanceof MethodArgumentTypeMismatchException mismatch
                && mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            // What cannot be an id is the id of nothing.
            return handleExceptionInternal(exception, Problems.notFound(), headers, HttpStatus.NOT_FOUND, request);
        }
        Class<?> type = exception.getRequiredType();
        String expected = type == null
                ? "another value"
                : Stream.of(type)
                        .filter(Class::isEnum)
                        .map(vocabulary -> "one of " + String.join(", ", Vocabulary.words(vocabulary)))
                        .findFirst()
                        .orElse("a value of type " + type.getSimpleName());
        return handleExceptionInternal(
                exception,
                Problems.fields(
                        HttpStatus.BAD_REQUEST,
                        List.of(new Problems.FieldError(
                                String.valueOf(exception.getPropertyName()), "expected " + expected))),
                headers,
                status,
                request);
    }

    private static List<Problems.FieldError> fieldErrors(Errors errors) {
        return errors.getAllErrors().stream()
                .map(error -> new Problems.FieldError(
                        error instanceof FieldError field ? field.getField() : error.getObjectName(),
                        String.valueOf(error.getDefaultMessage())))
                .sorted(Comparator.comparing(Problems.FieldError::field))
                .toList();
    }

    private static Stream<Problems.FieldError> parameterErrors(ParameterValidationResult result) {
        String name = String.valueOf(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream()
                .map(error -> new Problems.FieldError(name, String.valueOf(error.getDefaultMessage())));
    }
}
