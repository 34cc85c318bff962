package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.OfficerDesk.Answer;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A State asks another about a vessel; nobody else learns of it. */
@HeliographStack
class VesselVerificationIT {

    private static final String VESSELS = "/api/v1/maritime/vessels";

    private final Stack stack;
    private final OfficerDesk xa;
    private final OfficerDesk xb;

    VesselVerificationIT(Stack stack) {
        this.stack = stack;
        this.xa = new OfficerDesk(stack, Component.XA);
        this.xb = new OfficerDesk(stack, Component.XB);
    }

    @AfterEach
    void signOut() {
        xa.close();
        xb.close();
    }

    @Test
    void aVesselIsAskedAboutAnsweredAndReportedBetweenTwoStatesAlone() {
        UUID request = boarding();
        JsonNode asked = xa.post(VESSELS, vessel(request)).success();
        String number = asked.get("verificationId").asString();
        assertThat(number).isEqualTo(request.toString());
        String eventId = asked.at("/asked/eventId").asString();

        JsonNode received = vessel(xb, number, view -> view.has("casework"));
        assertThat(received.get("direction").asString()).isEqualTo("IN");
        assertThat(received.at("/asked/request/tlp").asString()).isEqualTo("AMBER_STRICT");
        assertThat(received.at("/asked/request/imoNumber").asString()).isEqualTo("9074729");
        assertThat(received.at("/asked/request/description").asString()).startsWith("Wooden");
        assertThat(received.at("/asked/request/position/lat").asDouble()).isEqualTo(34.52001);
        assertThat(received.at("/casework/deadline/duty").asString()).isEqualTo("ACKNOWLEDGE");
        assertThat(minutes(received)).isEqualTo(30);

        String answer = VESSELS + "/" + number + "/answer";
        Answer early = xb.post(answer, Map.of("version", 0, "registry", "UNKNOWN", "authorisation", "GRANTED"));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.body().at("/errors/0/field").asString()).isEqualTo("authorisation");
        assertThat(early.body().at("/errors/0/problem").asString()).contains("CONFIRMED");
        xb.post(answer, Map.of("version", 0, "registry", "CONFIRMED")).success();
        Answer late = xb.post(answer, Map.of("version", 0, "registry", "NOT_REGISTERED"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().get("version").asInt()).isEqualTo(1);
        Map<String, Object> granted = Map.of("version", 1, "registry", "CONFIRMED", "authorisation", "GRANTED");
        assertThat(xa.post(answer, granted).status()).isEqualTo(409);
        xb.post(answer, granted).success();

        JsonNode answered = vessel(xa, number, view -> view.get("version").asInt() == 2);
        assertThat(answered.get("registry").asString()).isEqualTo("CONFIRMED");
        assertThat(answered.get("authorisation").asString()).isEqualTo("GRANTED");
        Map<String, Object> report = Map.of(
                "measuresTaken", List.of("BOARD"),
                "results", "64 persons were found below deck",
                "personsSafety", "Life jackets and water were given out");
        assertThat(xb.post(VESSELS + "/" + number + "/report", report).status()).isEqualTo(409);
        xa.post(VESSELS + "/" + number + "/report", report).success();

        JsonNode reported = vessel(xb, number, view -> !view.get("reports").isEmpty());
        assertThat(reported.at("/reports/0/action/results").asString()).startsWith("64 persons");
        assertThat(vessel(xa, number, view -> !view.at("/asked/receipts").isEmpty())
                        .at("/asked/receipts/0/releasedTo")
                        .toString())
                .isEqualTo("[\"xb\"]");
        for (String other : List.of("xc", "iom", "unodc", "xa-coastguard")) {
            assertThat(holds(other, eventId)).as(other).isFalse();
        }
        assertThat(holds("xb", eventId)).isTrue();
    }

    @Test
    void aVesselIsAskedAboutUnderARequestToItsFlagStateAlone() {
        Answer none = xa.post(VESSELS, vessel(UUID.randomUUID()));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body().at("/errors/0/field").asString()).isEqualTo("requestId");
        Answer another = xa.post(VESSELS, vessel(Requests.submit(xa)));
        assertThat(another.status()).isEqualTo(422);
        Map<String, Object> mistyped = vessel(boarding());
        mistyped.put("imoNumber", "9074728");
        Answer checked = xa.post(VESSELS, mistyped);
        assertThat(checked.status()).isEqualTo(422);
        assertThat(checked.body().at("/errors/0/field").asString()).isEqualTo("imoNumber");
    }

    private UUID boarding() {
        Map<String, Object> request = new HashMap<>(Map.of(
                "kind", "VESSEL_REGISTRY_BOARDING",
                "status", "EXERCISE",
                "addressees", List.of("xb"),
                "subject", "A vessel that shows the flag of XB",
                "factsSummary", "Many people on deck, no fishing gear",
                "assistanceSought", "Confirmation of registry, authorisation to board",
                "dueAt", Instant.now().plus(Duration.ofHours(6)).toString()));
        request.put(
                "details",
                Map.of(
                        "vesselRegistryBoarding",
                        Map.of(
                                "description", "Wooden, some 20 m, blue hull",
                                "claimedFlag", "XB",
                                "imoNumber", "9074729",
                                "position", Map.of("lat", 34.51237, "lon", 24.00981),
                                "groundsForSuspicion", "Many people on deck, no fishing gear",
                                "proposedMeasures", List.of("BOARD"))));
        return UUID.fromString(
                xa.post(Requests.PATH, request).success().get("requestId").asString());
    }

    /** All but the position, which is newer, as the request says. */
    private static Map<String, Object> vessel(UUID request) {
        return new HashMap<>(
                Map.of("requestId", request.toString(), "position", Map.of("lat", 34.52001, "lon", 24.01002)));
    }

    private static JsonNode vessel(OfficerDesk desk, String number, Predicate<JsonNode> expected) {
        return await().atMost(Requests.PATIENCE)
                .until(
                        () -> desk.get(VESSELS + "/" + number),
                        answer -> answer.status() == 200 && expected.test(answer.body()))
                .body();
    }

    private long minutes(JsonNode received) {
        Instant submitted = Instant.parse(
                xb.get(Requests.PATH + "/" + received.get("verificationId").asString())
                        .success()
                        .get("submittedAt")
                        .asString());
        return Duration.between(
                        submitted,
                        Instant.parse(received.at("/casework/deadline/dueAt").asString()))
                .toMinutes();
    }

    private boolean holds(String party, String eventId) {
        return Copies.held(stack, party, "xa/" + eventId);
    }
}
