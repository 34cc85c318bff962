package org.heliograph.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Submits to one service, one after the other, each with a mark of its own, and keeps what was answered. */
final class Submitter implements Runnable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LOGIN = Duration.ofMinutes(2);

    private final Stack stack;
    private final Component service;
    private final String officer;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private String token = "";
    private Instant loggedIn = Instant.MIN;

    /** What a submission can count on. */
    enum Answer {
        /** 2xx: is stored, and will be decided. */
        ACCEPTED,
        /** 503 and when to try again: is not stored. */
        REFUSED,
        /** No answer, or one that says so: may be stored, once. */
        UNKNOWN,
        /** 401: is not stored. */
        TURNED_AWAY,
        /** Anything else must not happen. */
        WRONG
    }

    Submitter(Stack stack, Component service) {
        this.stack = stack;
        this.service = service;
        this.officer = stack.roster().officers().stream()
                .filter(candidate -> candidate.party().equals(service.id()))
                .findFirst()
                .orElseThrow()
                .username();
        logIn();
    }

    String party() {
        return service.id();
    }

    Map<String, Answer> answers() {
        return answers;
    }

    /** One submission. */
    @Override
    public void run() {
        if (loggedIn.plus(LOGIN).isBefore(Instant.now())) {
            try {
                logIn();
            } catch (StackException | UncheckedIOException identityAway) {
                // The login before is good for some minutes more.
                loggedIn = Instant.now().minus(LOGIN).plusSeconds(5);
            }
        }
        String mark = "load " + UUID.randomUUID();
        answers.put(mark, submit(mark));
    }

    private void logIn() {
        token = stack.tokens().ofOfficer(officer).accessToken();
        loggedIn = Instant.now();
    }

    private Answer submit(String mark) {
        HttpRequest request = HttpRequest.newBuilder(uri())
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", mark)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body(mark))))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            Answer answer = meaning(response);
            if (answer == Answer.WRONG) {
                answers.put(mark + ": " + response.statusCode() + " " + response.body(), Answer.WRONG);
            }
            return answer;
        } catch (IOException e) {
            return Answer.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.UNKNOWN;
        }
    }

    private static Answer meaning(HttpResponse<String> response) {
        if (response.statusCode() / 100 == 2) {
            return Answer.ACCEPTED;
        }
        if (response.statusCode() == 503
                && response.headers().firstValueAsLong("Retry-After").isPresent()) {
            return Answer.REFUSED;
        }
        if (response.statusCode() == 401) {
            return Answer.TURNED_AWAY;
        }
        return response.statusCode() == 500 && response.body().contains("outcome-unknown")
                ? Answer.UNKNOWN
                : Answer.WRONG;
    }

    private URI uri() {
        return stack.url(
                Port.valueOf(service.name()), service == Component.IOM ? "/api/v1/alerts/routes" : "/api/v1/requests");
    }

    /** IOM warns; UNODC asks IOM for data; the others ask UNODC for advice. */
    private Map<String, Object> body(String mark) {
        if (service == Component.IOM) {
            return alert(mark);
        }
        Map<String, Object> request = new HashMap<>(Map.of(
                "status", "EXERCISE",
                "factsSummary", "Made by a test",
                "assistanceSought", "None"));
        request.put("subject", mark);
        request.put("kind", service == Component.UNODC ? "RESEARCH_DATA" : "LEGISLATIVE_ASSISTANCE");
        request.put("addressees", List.of(service == Component.UNODC ? "iom" : "unodc"));
        request.put(
                "details",
                service == Component.UNODC
                        ? Map.of(
                                "researchData",
                                Map.of(
                                        "indicators", List.of("rescue.persons"),
                                        "period", "P6M",
                                        "geoLevel", "ROUTE",
                                        "geoCodes", List.of("north-bay"),
                                        "datasetAgreement", "Agreement 4/2026"))
                        : Map.of(
                                "legislativeAssistance",
                                Map.of("law", "Bill 12/2026", "stage", "PLANNED", "articles", List.of("5"))));
        return request;
    }

    private static Map<String, Object> alert(@Nullable String mark) {
        return Map.of(
                "status", "EXERCISE",
                "routeId", "north-bay",
                "alertKind", "NEW_ROUTE",
                "urgency", "EXPECTED",
                "severity", "SEVERE",
                "certainty", "LIKELY",
                "modes", List.of("SEA"),
                "validFrom", Instant.now().toString(),
                "summary", String.valueOf(mark));
    }
}
