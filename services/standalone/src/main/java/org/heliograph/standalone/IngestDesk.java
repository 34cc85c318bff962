package org.heliograph.standalone;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** IOM's service as its own system calls it, to send files and to see what comes of them. */
public final class IngestDesk implements AutoCloseable {

    private static final String PATH = "/api/v1/ingests";
    private static final String SYSTEM = "iom";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration UPLOAD = Duration.ofMinutes(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final Stack stack;

    public IngestDesk(Stack stack) {
        this.stack = stack;
    }

    /** Sends a file as it is, without holding it; what the service answers to that, an error included. */
    public Answer send(String dataset, Path file, boolean replay) {
        String query = "?replay=" + replay + "&name="
                + URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8);
        try {
            return exchange(request(PATH + "/" + dataset + query)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofFile(file)));
        } catch (FileNotFoundException e) {
            throw new StackException(file + " cannot be read", e);
        }
    }

    /** How far an ingest is. */
    public Answer look(String ingestId) {
        return exchange(request(PATH + "/" + ingestId).GET());
    }

    /** The rows that are not counted, the first thousand. */
    public Answer setAside(String ingestId) {
        return exchange(request(PATH + "/" + ingestId + "/set-aside?size=1000").GET());
    }

    /** A status, and a body which is JSON, errors included. */
    public record Answer(int status, JsonNode body) {}

    private HttpRequest.Builder request(String path) {
        URI uri = stack.url(Port.IOM, path);
        // A token lives five minutes, and many files may take longer.
        return HttpRequest.newBuilder(uri)
                .timeout(UPLOAD)
                .header("Authorization", "Bearer " + stack.tokens().ofSystem(SYSTEM, "desk"));
    }

    private Answer exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (JacksonException e) {
            throw new StackException(SYSTEM + " answers without JSON", e);
        } catch (IOException e) {
            throw new StackException(SYSTEM + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while waiting for " + SYSTEM, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
