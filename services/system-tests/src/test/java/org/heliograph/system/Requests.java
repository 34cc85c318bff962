package org.heliograph.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.heliograph.standalone.OfficerDesk;
import tools.jackson.databind.JsonNode;

/** Cooperation requests as officers handle them over REST. */
final class Requests {

    static final String PATH = "/api/v1/requests";
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private Requests() {}

    /** A request that is complete; a test changes what it is about. */
    static Map<String, Object> toUnodc() {
        return new HashMap<>(Map.of(
                "kind", "LEGISLATIVE_ASSISTANCE",
                "status", "EXERCISE",
                "addressees", List.of("unodc"),
                "subject", "Review of a draft law",
                "factsSummary", "A draft is before the parliament",
                "assistanceSought", "Comments on articles 6 and 16",
                "details",
                        Map.of(
                                "legislativeAssistance",
                                Map.of("law", "Bill 12/2026", "stage", "PLANNED", "articles", List.of("5", "16")))));
    }

    /** Of XB, for a joint investigation; each text that an officer writes tells the secret. */
    static Map<String, Object> investigation(String secret) {
        Map<String, Object> request = Requests.toUnodc();
        request.put("kind", "JOINT_INVESTIGATION");
        request.put("addressees", List.of("xb"));
        request.put("subject", secret);
        request.put("factsSummary", secret);
        request.put("assistanceSought", secret);
        request.put("legalBasis", secret);
        request.put(
                "details",
                Map.of("jointInvestigation", Map.of("modusOperandi", secret, "routes", List.of(secret), "lead", "xa")));
        return request;
    }

    static UUID submit(OfficerDesk desk) {
        JsonNode submitted = desk.post(PATH, toUnodc()).success();
        return UUID.fromString(submitted.get("requestId").asString());
    }

    static String at(UUID request) {
        return PATH + "/" + request;
    }

    static JsonNode awaitAt(OfficerDesk desk, UUID request) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Optional.of(desk.get(at(request))).filter(answer -> answer.status() == 200),
                        Optional::isPresent)
                .orElseThrow()
                .body();
    }

    static JsonNode awaitState(OfficerDesk desk, UUID request, String state) {
        return await().atMost(PATIENCE)
                .until(
                        () -> desk.get(at(request)).success(),
                        view -> view.get("state").asString().equals(state));
    }

    /** Until this many steps have arrived from the one addressee. */
    static JsonNode awaitVersion(OfficerDesk desk, UUID request, int version) {
        return await().atMost(PATIENCE)
                .until(
                        () -> desk.get(at(request)).success(),
                        view -> view.at("/addressees/0/version").asInt() == version);
    }

    static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
