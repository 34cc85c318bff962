package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What UNODC can see over HTTP: its own service as an officer, what operations tells a party, and every other port with
 * the tokens that it has. Of lists, what came since it began to look.
 */
final class DeskVantage implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * The time of an answer; the length of a body, in which the times are replaced; and whether the server closes the
     * connection, which it does after so many answers.
     */
    private static final Set<String> NOT_COMPARED = Set.of("date", "content-length", "connection", "keep-alive");

    private static final List<String> LISTS = List.of(
            "/api/v1/requests?size=100",
            "/api/v1/requests?direction=IN&size=100",
            "/api/v1/work-list?size=100",
            "/api/v1/alerts/routes/received?size=100",
            "/api/v1/incidents?size=100&from=%s",
            "/api/v1/incidents?direction=IN&size=100&from=%s",
            "/api/v1/observations?size=100");
    private static final List<String> HEALTH = List.of(
            "/actuator/health",
            "/actuator/health/readiness",
            "/actuator/metrics",
            "/actuator/metrics/heliograph.policy.drift",
            "/actuator/prometheus");
    private static final List<String> OPERATIONS = List.of(
            "/api/catalogue/mine",
            "/api/catalogue/xa",
            "/api/policy/changes/mine",
            "/api/policy/changes",
            "/api/policy/drift",
            "/api/policy/matrix",
            "/api/policy/explanation?party=unodc&event=alert.route");

    private final Stack stack;
    private final HttpClient http = HttpClient.newHttpClient();
    private String officer;
    private String operations;
    private final Instant when;
    private final Map<String, JsonNode> begin = new LinkedHashMap<>();

    /** @param when that all happened which it sees */
    DeskVantage(Stack stack, Instant when) {
        this.stack = stack;
        this.when = when;
        logIn();
        LISTS.stream().map(list -> list.formatted(when)).forEach(list -> begin.put(list, list(list)));
    }

    /** Tokens live for five minutes. */
    private void logIn() {
        officer = stack.tokens().ofOfficer("unodc-duty-officer").accessToken();
        operations = stack.tokens().ofSystem("unodc", "operations");
    }

    /** Until the party's service has what was released to it: the last of each type comes after all others. */
    void awaitAll(List<WithheldScript.Sent> permitted) {
        Map<String, String> last = new TreeMap<>();
        permitted.forEach(
                sent -> path(sent).ifPresent(path -> last.put(sent.envelope().getEventType(), path)));
        assertThat(last).hasSize(3);
        last.values()
                .forEach(path -> await().atMost(PATIENCE)
                        .until(() -> get(Port.UNODC, path, officer).statusCode() == 200));
    }

    /** Something of its own, with the answers to that. */
    List<String> report() {
        logIn();
        String path = "/api/v1/incidents";
        HttpResponse<String> answer = send(request(Port.UNODC, path, officer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"status": "EXERCISE", "releasableTo": ["xc"], "incidentId": "SEA-45",
                         "occurredAt": "%s", "type": "RESCUE", "place": {"name": "Bay Bravo"}}
                        """.formatted(when.plusSeconds(60)))));
        String eventId = JSON.readTree(answer.body()).path("eventId").asString();
        String recipients = "/api/v1/events/" + eventId + "/recipients";
        HttpResponse<String> said = await().atMost(PATIENCE)
                .until(
                        () -> get(Port.UNODC, recipients, officer),
                        got -> !got.body().contains("WAITING"));
        return List.of(line("POST " + path, answer), line(recipients, said));
    }

    List<String> lines(WithheldScript script) {
        logIn();
        List<String> lines = new ArrayList<>();
        begin.forEach((list, before) -> lines.addAll(grown(list, before)));
        for (WithheldScript.Sent sent : script.permitted()) {
            lines.addAll(about(sent.envelope().getEventId()));
            lines.addAll(about(sent.caseId()));
        }
        for (UUID id : script.unknown()) {
            lines.addAll(about(id));
            lines.addAll(stepsOn(id));
        }
        for (Port port : List.of(Port.UNODC, Port.OPERATIONS, Port.GATE, Port.IOM)) {
            HEALTH.forEach(path -> lines.add(answered(port, path, port == Port.OPERATIONS ? operations : officer)));
        }
        OPERATIONS.forEach(path -> lines.add(answered(Port.OPERATIONS, path, operations)));
        return lines;
    }

    private List<String> about(UUID id) {
        List<String> lines = new ArrayList<>();
        for (String path : List.of(
                "/api/v1/alerts/routes/received/" + id,
                "/api/v1/incidents/" + id,
                "/api/v1/incidents/" + id + "?originator=xa",
                "/api/v1/requests/" + id,
                "/api/v1/events/" + id + "/recipients")) {
            lines.add(answered(Port.UNODC, path, officer));
        }
        lines.add(answered(Port.IOM, "/api/v1/incidents/" + id, officer));
        return lines;
    }

    private List<String> stepsOn(UUID id) {
        String request = "/api/v1/requests/" + id;
        return List.of(
                posted(request + "/acknowledge", "{\"version\": 0}"),
                posted(request + "/accept", "{\"version\": 1}"),
                posted(request + "/decline", "{\"version\": 1, \"reasonCode\": \"NO_CAPACITY\", \"reason\": \"none\"}"),
                posted(request + "/withdraw", "{}"));
    }

    /** What is new in a list, or changed, and by how much it has grown. */
    private List<String> grown(String path, JsonNode before) {
        JsonNode now = list(path);
        Set<JsonNode> known = new HashSet<>(before.get("items").valueStream().toList());
        List<String> lines = new ArrayList<>();
        lines.add("%s +%d"
                .formatted(path, now.get("total").asLong() - before.get("total").asLong()));
        now.get("items")
                .valueStream()
                .filter(item -> !known.contains(item))
                .forEach(item -> lines.add(path + " has " + item));
        return lines;
    }

    private JsonNode list(String path) {
        return JSON.readTree(get(Port.UNODC, path, officer).body());
    }

    private String answered(Port port, String path, String token) {
        return line(port + " " + path, get(port, path, token));
    }

    private String posted(String path, String body) {
        return line(
                "POST " + path,
                send(request(Port.UNODC, path, officer)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))));
    }

    private static String line(String what, HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(NOT_COMPARED);
        return "%s: %d %s %s".formatted(what, answer.statusCode(), headers, answer.body());
    }

    private static Optional<String> path(WithheldScript.Sent sent) {
        return switch (sent.envelope().getEventType()) {
            case "alert.route" ->
                Optional.of("/api/v1/alerts/routes/received/" + sent.envelope().getEventId());
            case "incident.report" ->
                Optional.of("/api/v1/incidents/" + sent.envelope().getEventId());
            case "coop.request" -> Optional.of("/api/v1/requests/" + sent.caseId());
            default -> Optional.empty();
        };
    }

    private HttpResponse<String> get(Port port, String path, String token) {
        return send(request(port, path, token).GET());
    }

    private HttpRequest.Builder request(Port port, String path, String token) {
        return HttpRequest.newBuilder(stack.url(port, path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
