package org.heliograph.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem from where no controller is reached. */
public final class ProblemWriter {

    private final JsonMapper json;
    private final Duration retryAfter;

    ProblemWriter(JsonMapper json, Duration retryAfter) {
        this.json = json;
        this.retryAfter = retryAfter;
    }

    /** Sets the status and writes the body; headers set before stay. */
    public void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    /** Says that what the service stands on is away, and when to come back. */
    public void writeUnavailable(HttpServletResponse response, String what) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        write(response, Problems.unavailable(what));
    }
}
