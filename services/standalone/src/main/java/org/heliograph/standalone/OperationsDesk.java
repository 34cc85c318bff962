package org.heliograph.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Operations as one of its operators calls it, logged in as a browser would. The login lasts five minutes. */
public final class OperationsDesk implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** Thousands of topics take their time. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final Stack stack;
    private final String token;

    /**
     * Logs the operator in.
     *
     * @throws StackException if nobody of that name is an operator, or identity does not answer
     */
    public OperationsDesk(Stack stack, String operator) {
        this.stack = stack;
        stack.roster().requireOperator(operator);
        this.token = stack.tokens().ofOfficer(operator).accessToken();
    }

    /** The answer to a question; throws what operations says of a refusal, as one text. */
    public JsonNode get(String path) {
        return success(request(path).GET());
    }

    /** The policy by which the gate judges now, compiled. */
    public Policy policyInForce() {
        String version = get("/api/policy").path("version").asString("");
        return PolicyJson.read(get("/api/policy/versions/" + version).toString());
    }

    /** A page, as a browser asks for it. */
    public String page(String path) {
        HttpResponse<String> response =
                sent(request(path).header("Accept", "text/html").GET());
        if (response.statusCode() / 100 != 2) {
            throw new StackException("operations answers %d at %s".formatted(response.statusCode(), path));
        }
        return response.body();
    }

    public JsonNode post(String path, Map<String, ?> body) {
        return success(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        URI uri = stack.url(Port.OPERATIONS, path);
        return HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }

    private JsonNode success(HttpRequest.Builder request) {
        HttpResponse<String> response = sent(request);
        try {
            JsonNode body = JSON.readTree(response.body());
            if (response.statusCode() / 100 != 2) {
                throw new StackException(refusal(response.statusCode(), body));
            }
            return body;
        } catch (JacksonException e) {
            throw new StackException("operations answers without JSON", e);
        }
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StackException(
                    "operations does not answer (%s); ./heliograph status shows what runs".formatted(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while waiting for operations", e);
        }
    }

    private static String refusal(int status, JsonNode problem) {
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        lines.add(problem.path("detail").asString("operations answers " + status));
        problem.path("errors").forEach(error -> lines.add("  " + error.asString("")));
        return lines.toString();
    }

    @Override
    public void close() {
        client.close();
    }
}
