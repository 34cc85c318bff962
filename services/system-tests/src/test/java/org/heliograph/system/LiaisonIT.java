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
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What liaison offices tell each other at sea and of documents reaches whom the matrix says, and nobody else. */
@HeliographStack
class LiaisonIT {

    private static final String DISTRESS = "/api/v1/maritime/distress";
    private static final String VESSELS = "/api/v1/maritime/vessels";
    private static final String DOCUMENTS = "/api/v1/alerts/documents";
    private static final List<String> COMMUNITY =
            List.of("iom", "iom-field-east", "unodc", "unodc-field-south", "xb", "xc");

    private final Stack stack;
    private final OfficerDesk xa;
    private final OfficerDesk xb;
    private final OfficerDesk iom;
    private final OfficerDesk unodc;

    LiaisonIT(Stack stack) {
        this.stack = stack;
        this.xa = new OfficerDesk(stack, Component.XA);
        this.xb = new OfficerDesk(stack, Component.XB);
        this.iom = new OfficerDesk(stack, Component.IOM);
        this.unodc = new OfficerDesk(stack, Component.UNODC);
    }

    @AfterEach
    void signOut() {
        for (OfficerDesk desk : List.of(xa, xb, iom, unodc)) {
            desk.close();
        }
    }

    @Test
    void aDistressReachesAllThatTheMatrixSaysWithItsExactPosition() {
        String number = "XA-SAR-" + UUID.randomUUID();
        String first = send(xa, DISTRESS, distress(number, Map.of()));
        String second = send(xa, DISTRESS, distress(number, Map.of("personsOnBoard", 58, "phase", "ENDED")));

        assertThat(releasedTo(xa, DISTRESS, first)).containsExactlyInAnyOrderElementsOf(COMMUNITY);
        assertThat(releasedTo(xa, DISTRESS, second)).containsExactlyInAnyOrderElementsOf(COMMUNITY);
        for (OfficerDesk desk : List.of(xb, iom, unodc)) {
            JsonNode last = received(desk, DISTRESS, second);
            assertThat(last.at("/distress/position/lat").asDouble()).isEqualTo(34.51237);
            assertThat(last.at("/distress/priority").asString()).isEqualTo("FLASH");
            assertThat(listed(desk, DISTRESS + "?direction=IN&distressId=" + number))
                    .containsExactly(second);
            assertThat(listed(desk, DISTRESS + "?history=true&distressId=" + number))
                    .containsExactly(second, first);
        }
        for (String other : List.of("xa-coastguard", "research", "iom-protection")) {
            assertThat(holds(other, first)).as(other).isFalse();
        }
        assertThat(holds("xc", first)).isTrue();
    }

    @Test
    void aClientGetsADistressThatNamesIt() {
        String named = send(
                xa,
                DISTRESS,
                distress("XA-SAR-" + UUID.randomUUID(), Map.of("releasableTo", List.of("xa-coastguard", "xb"))));

        assertThat(releasedTo(xa, DISTRESS, named)).containsExactlyInAnyOrder("xa-coastguard", "xb");
        assertThat(holds("xa-coastguard", named)).isTrue();
        assertThat(holds("xc", named)).isFalse();
    }

    @Test
    void aDistressWithoutARescueCentreThatWasToldIsRefused() {
        Map<String, Object> distress = distress("XA-SAR-0", Map.of());
        distress.remove("mrccNotified");

        Answer answer = xa.post(DISTRESS, distress);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("mrccNotified");
        assertThat(listed(xa, DISTRESS + "?distressId=XA-SAR-0")).isEmpty();
    }

    @Test
    void anAlertOnDocumentsReachesAllThatTheMatrixSays() {
        String eventId = send(xa, DOCUMENTS, document());

        assertThat(releasedTo(xa, DOCUMENTS, eventId)).containsExactlyInAnyOrderElementsOf(COMMUNITY);
        for (OfficerDesk desk : List.of(xb, iom, unodc)) {
            assertThat(received(desk, DOCUMENTS, eventId)
                            .at("/alert/issuerCode")
                            .asString())
                    .isEqualTo("UTO");
        }
        for (String other : List.of("xa-coastguard", "research", "iom-protection")) {
            assertThat(holds(other, eventId)).as(other).isFalse();
        }
    }

    @Test
    void whoMayOnlyReceiveAlertsOnDocumentsPublishesNone() {
        for (OfficerDesk desk : List.of(xb, iom)) {
            JsonNode receipt = receipt(desk, DOCUMENTS, send(desk, DOCUMENTS, document()));

            assertThat(receipt.get("outcome").asString()).isEqualTo("REFUSED");
            assertThat(receipt.get("rule").asString()).isEqualTo("PUBLISHER");
        }
        assertThat(releasedTo(unodc, DOCUMENTS, send(unodc, DOCUMENTS, document())))
                .contains("xa", "xb", "iom");
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

    @Test
    void eachDeskListsTheDesignatedAuthorities() {
        for (OfficerDesk desk : List.of(xa, xb, iom, unodc)) {
            List<JsonNode> found = Requests.items(desk.get("/api/v1/directory?kind=VESSEL_REGISTRY_BOARDING&party=xb")
                    .success()
                    .get("items"));
            assertThat(found).singleElement().satisfies(authority -> {
                assertThat(authority.get("name").asString()).isEqualTo("Ship Registry of State XB, duty desk");
                assertThat(authority.get("openNow").asBoolean()).isTrue();
                assertThat(authority.get("phone").asString()).isEqualTo("+999 2 200");
            });
        }
    }

    private UUID boarding() {
        Map<String, Object> request = new HashMap<>(Map.of(
                "kind", "VESSEL_REGISTRY_BOARDING",
                "status", "EXERCISE",
                "addressees", List.of("xb"),
                "subject", "A vessel that shows the flag of XB",
                "factsSummary", "Many people on deck, no fishing gear",
                "assistanceSought", "Confirmation of registry, authorisation to board"));
        return UUID.fromString(
                xa.post(Requests.PATH, request).success().get("requestId").asString());
    }

    private static Map<String, Object> vessel(UUID request) {
        return new HashMap<>(Map.of(
                "requestId",
                request.toString(),
                "description",
                "Wooden, some 20 m, blue hull",
                "claimedFlag",
                "XB",
                "imoNumber",
                "9074729",
                "position",
                Map.of("lat", 34.51237, "lon", 24.00981),
                "groundsForSuspicion",
                "Many people on deck, no fishing gear",
                "proposedMeasures",
                List.of("BOARD")));
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

    private static Map<String, Object> distress(String number, Map<String, ?> changes) {
        Map<String, Object> distress = new HashMap<>(Map.of(
                "status",
                "EXERCISE",
                "distressId",
                number,
                "position",
                Map.of("lat", 34.51237, "lon", 24.00981),
                "mrccNotified",
                Map.of(
                        "name",
                        "MRCC Port Alpha",
                        "at",
                        Instant.now().minusSeconds(60).toString()),
                "phase",
                "DISTRESS"));
        distress.putAll(changes);
        return distress;
    }

    private static Map<String, Object> document() {
        return Map.of(
                "status", "EXERCISE",
                "issuerCode", "UTO",
                "docClass", "P",
                "fraudType", "PHOTO_SUBSTITUTION",
                "detectionTip", "The laminate lifts at the upper left corner");
    }

    private static String send(OfficerDesk desk, String path, Map<String, ?> body) {
        return desk.post(path, body).success().get("eventId").asString();
    }

    private static JsonNode received(OfficerDesk desk, String path, String eventId) {
        JsonNode received = await().atMost(Requests.PATIENCE)
                .until(() -> desk.get(path + "/" + eventId), answer -> answer.status() == 200)
                .body();
        assertThat(received.get("direction").asString()).isEqualTo("IN");
        return received;
    }

    private static JsonNode receipt(OfficerDesk desk, String path, String eventId) {
        return await().atMost(Requests.PATIENCE)
                .until(
                        () -> Requests.items(
                                desk.get(path + "/" + eventId).success().get("receipts")),
                        receipts -> !receipts.isEmpty())
                .getFirst();
    }

    private static List<String> releasedTo(OfficerDesk desk, String path, String eventId) {
        JsonNode receipt = receipt(desk, path, eventId);
        assertThat(receipt.get("outcome").asString()).as(receipt.toString()).isEqualTo("RELEASED");
        return Requests.items(receipt.get("releasedTo")).stream()
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> listed(OfficerDesk desk, String path) {
        return Requests.items(desk.get(path).success().get("items")).stream()
                .map(item -> item.get("eventId").asString())
                .toList();
    }

    /** Whether a party has a copy; to be asked once the gate has said to whom it gave one. */
    private boolean holds(String party, String eventId) {
        try (PartySystem system = new PartySystem(stack, party)) {
            return system.readAll(system.inboxes()).stream()
                    .anyMatch(message -> message.key().equals("xa/" + eventId));
        }
    }
}
