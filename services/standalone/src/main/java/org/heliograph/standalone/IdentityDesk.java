package org.heliograph.standalone;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accounts at identity, as an operator, a party or operations itself may change them; what others may is refused.
 * The login lasts five minutes. What it gives as a secret or password is told once: the caller keeps it.
 */
public final class IdentityDesk implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Stack stack;
    private final String token;

    private IdentityDesk(Stack stack, String token) {
        this.stack = stack;
        this.token = token;
    }

    /** As an operator, logged in as a browser would. */
    public static IdentityDesk ofOperator(Stack stack, String operator) {
        stack.roster().requireOperator(operator);
        return new IdentityDesk(stack, stack.tokens().ofOfficer(operator).accessToken());
    }

    /** As a party, with the client secret of its own principal, which the state folder keeps. */
    public static IdentityDesk ofParty(Stack stack, String party) {
        if (!Files.exists(stack.secrets().clientFile(party))) {
            throw new StackException("no client secret of '" + party + "' is kept in this state folder");
        }
        return new IdentityDesk(stack, stack.tokens().ofSystem(party, "identity"));
    }

    /** As operations itself. */
    public static IdentityDesk ofOperations(Stack stack) {
        return ofParty(stack, stack.roster().platform().operations());
    }

    /**
     * A secret that was given in place of others.
     *
     * @param previousUntil until when those work
     */
    public record Rotated(String secret, Instant previousUntil) {

        @Override
        public String toString() {
            return "Rotated[secret=***, previousUntil=" + previousUntil + "]";
        }
    }

    /** For an operator: every client, its scopes and when its secrets end. */
    public JsonNode clients() {
        return success("GET", "clients", null);
    }

    /** For an operator: a new client; its secret. */
    public String addClient(String id, String party, Collection<String> scopes) {
        return text(success("POST", "clients", Map.of("id", id, "party", party, "scopes", scopes)), "secret");
    }

    /** For an operator: the client is no more, and no token of it works. */
    public void removeClient(String id) {
        success("DELETE", "clients/" + id, null);
    }

    /** For an operator: a secret in place of all earlier ones, which end at once. */
    public String resetSecret(String id) {
        return text(success("POST", "clients/" + id + "/secret-reset", Map.of()), "secret");
    }

    /** For a party: a secret beside the earlier ones of a principal of its own, which end after the overlap. */
    public Rotated rotateSecret(String id, Duration overlap) {
        JsonNode answer = success("POST", "clients/" + id + "/secrets", Map.of("overlap", overlap.toString()));
        return new Rotated(text(answer, "secret"), Instant.parse(text(answer, "previousUntil")));
    }

    /** For a party its own officers, for an operator all. */
    public JsonNode officers() {
        return success("GET", "officers", null);
    }

    /** For a party: a new officer of its own; the password. */
    public String addOfficer(String username) {
        return text(success("POST", "officers", Map.of("username", username, "roles", List.of("officer"))), "password");
    }

    /** For a party: another password for an officer of its own. */
    public String resetPassword(String username) {
        return text(success("POST", "officers/" + username + "/password", Map.of()), "password");
    }

    /** For the officer's party or an operator. */
    public void disableOfficer(String username) {
        success("POST", "officers/" + username + "/disable", Map.of());
    }

    /** For the officer's party or an operator. */
    public void enableOfficer(String username) {
        success("POST", "officers/" + username + "/enable", Map.of());
    }

    /** For operations: these parties are suspended, and no others. */
    public void suspend(Collection<String> parties) {
        success("PUT", "suspensions", Map.of("parties", parties));
    }

    /** For operations. */
    public SortedSet<String> suspensions() {
        SortedSet<String> parties = new TreeSet<>();
        success("GET", "suspensions", null).path("parties").forEach(party -> parties.add(party.asString("")));
        return parties;
    }

    private JsonNode success(String method, String path, @Nullable Map<String, ?> body) {
        HttpResponse<String> response = send(method, path, body);
        try {
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() / 100 != 2) {
                throw new RefusedByIdentityException(response.statusCode(), refusal(response.statusCode(), answer));
            }
            return answer;
        } catch (JacksonException e) {
            throw new StackException("identity answers %d without JSON".formatted(response.statusCode()), e);
        }
    }

    private static String refusal(int status, JsonNode problem) {
        return Optional.ofNullable(problem.path("detail").asString(null)).orElse("identity answers " + status);
    }

    private HttpResponse<String> send(String method, String path, @Nullable Map<String, ?> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(stack.url(Port.IDENTITY, "/api/" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StackException(
                    "identity does not answer (%s); ./heliograph status shows what runs".formatted(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while waiting for identity", e);
        }
    }

    private static String text(JsonNode answer, String field) {
        return answer.required(field).asString();
    }

    @Override
    public void close() {
        client.close();
    }
}
