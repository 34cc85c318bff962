package org.heliograph.desk.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Makes problem details (RFC 9457). */
public final class Problems {

    private Problems() {}

    /**
     * What went wrong with a field.
     *
     * @param field its path, such as {@code attachments[0].uri}
     */
    public record FieldError(String field, String problem) {}

    /**
     * A problem of our own.
     *
     * @param name in kebab case; the last part of its type
     */
    public static ProblemDetail of(HttpStatus status, String name, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:heliograph:problem:" + name));
        problem.setTitle(title);
        return problem;
    }

    /** Well-formed, but some fields are missing or not as asked for. */
    public static ProblemDetail fields(HttpStatus status, List<FieldError> errors) {
        ProblemDetail problem = of(
                status,
                "invalid-fields",
                "Some fields are missing or not as asked for",
                "See errors, one for each field");
        problem.setProperties(Map.of("errors", List.copyOf(errors)));
        return problem;
    }

    /** Nothing is here, for this caller. */
    public static ProblemDetail notFound() {
        return of(HttpStatus.NOT_FOUND, "not-found", "Not found", "Nothing is known here under this address");
    }

    /** Several originators used this id; nobody's event stands for another's. */
    private static ProblemDetail ambiguous() {
        return of(
                HttpStatus.CONFLICT,
                "ambiguous",
                "Several events have this id",
                "Say whose is meant with ?originator=");
    }

    /** The one of them, or the problem that there is none or that there are several. */
    public static <T> T onlyOf(List<T> found) {
        return switch (found.size()) {
            case 0 -> throw new Rejection(notFound());
            case 1 -> found.getFirst();
            default -> throw new Rejection(ambiguous());
        };
    }

    static ProblemDetail tooLarge(long maxBytes) {
        return of(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "The body is too large",
                "At most " + maxBytes + " bytes are taken");
    }

    static ProblemDetail unavailable(String what) {
        return of(
                HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Try again later", what + " is not reachable just now");
    }
}
