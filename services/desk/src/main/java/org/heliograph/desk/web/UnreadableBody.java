package org.heliograph.desk.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a body that could not be read, without quoting it. */
final class UnreadableBody {

    private UnreadableBody() {}

    static ProblemDetail problem(HttpMessageNotReadableException exception) {
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException tooLarge) {
                return Problems.tooLarge(tooLarge.maxBytes());
            }
        }
        return switch (exception.getCause()) {
            case UnrecognizedPropertyException unknown -> field(unknown, "is not known here");
            case InvalidFormatException format
            when format.getTargetType().isEnum() ->
                field(format, "expected one of " + String.join(", ", Vocabulary.words(format.getTargetType())));
            case MismatchedInputException mismatch
            when !mismatch.getPath().isEmpty() -> field(mismatch, "expected " + name(mismatch.getTargetType()));
            case StreamReadException syntax -> unreadable("Not JSON" + at(syntax.getLocation()));
            case null, default -> unreadable("A JSON object is expected");
        };
    }

    private static ProblemDetail field(JacksonException exception, String problem) {
        String path = exception.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        String field = path.startsWith(".") ? path.substring(1) : path;
        return Problems.fields(HttpStatus.BAD_REQUEST, List.of(new Problems.FieldError(field, problem)));
    }

    private static ProblemDetail unreadable(String detail) {
        return Problems.of(HttpStatus.BAD_REQUEST, "unreadable", "The body cannot be read", detail);
    }

    private static String name(Class<?> type) {
        return type == null ? "another value" : "a value of type " + type.getSimpleName();
    }

    private static String at(TokenStreamLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
