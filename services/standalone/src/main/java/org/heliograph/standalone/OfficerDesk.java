package org.heliograph.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An officer of one party, logged in, at the service of that party. The login lasts as long as a token, five minutes.
 */
public final class OfficerDesk implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Stack stack;
    private final Port port;
    private final String token;

    /** Logs the duty officer in, as a browser would. */
    public OfficerDesk(Stack stack, Component service) {
        this(stack, service, Officer.of(service.id()).username());
    }

    /** Logs an officer in, whose password the state folder keeps. */
    public OfficerDesk(Stack stack, Component service, String username) {
        this.stack = stack;
        this.port = Port.valueOf(service.name());
        this.token = stack.tokens().ofOfficer(username).accessToken();
    }

    /** What the service answered; every body is JSON, errors included. */
    public record Answer(int status, JsonNode body) {

        /** The body of a success; throws on any other status. */
        public JsonNode success() {
            if (status / 100 != 2) {
                throw new StackException("a service answers %d: %s".formatted(status, body));
            }
            return body;
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Map<String, ?> body) {
        return post(path, JSON.writeValueAsString(body));
    }

    /** Sends any text as JSON. */
    public Answer post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        URI uri = stack.url(port, path);
        return HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new StackException(port.component().id() + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException(
                    "interrupted while waiting for " + port.component().id(), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
