package org.heliograph.standalone.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.heliograph.standalone.StackException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where the client says what it has handled. One thread. */
final class CheckEndpoint implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI uri;

    CheckEndpoint(int port) {
        this.uri = URI.create("http://127.0.0.1:%d/check".formatted(port));
    }

    /**
     * What the client says now.
     *
     * @throws SilentClientException if it says nothing that can be understood
     */
    Sight look() throws SilentClientException {
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new SilentClientException("its check endpoint answers " + response.statusCode());
            }
            return Sight.of(JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new SilentClientException(
                    "it does not answer at %s (%s): it has ended, or has no check endpoint".formatted(uri, e));
        } catch (JacksonException e) {
            throw new SilentClientException("its check endpoint answers without JSON");
        } catch (IllegalArgumentException e) {
            throw new SilentClientException("its check endpoint cannot be understood: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while looking at the client", e);
        }
    }

    /** The client says nothing; why is in the message. */
    static final class SilentClientException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String problem;

        SilentClientException(String problem) {
            super(problem);
            this.problem = problem;
        }

        String problem() {
            return problem;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
