package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.OfficerDesk.Answer;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What liaison offices tell each other at sea and of documents reaches whom the matrix says, and nobody else. */
@HeliographStack
class LiaisonIT {

    private static final String DISTRESS = "/api/v1/maritime/distress";
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
    void readingADistressIsNoted() {
        String eventId = send(xa, DISTRESS, distress("XA-SAR-" + UUID.randomUUID(), Map.of()));
        received(xb, DISTRESS, eventId);

        JsonNode reads = xb.get("/api/v1/reads?eventId=" + eventId).success();
        assertThat(reads.get("total").asInt()).isPositive();
        assertThat(reads.at("/items/0/account").asString()).isEqualTo("xb-duty-officer");
        assertThat(reads.at("/items/0/originator").asString()).isEqualTo("xa");
        JsonNode chain = xb.get("/api/v1/reads/chain").success();
        assertThat(chain.get("links").asLong()).isPositive();
        assertThat(chain.has("firstBroken")).isFalse();
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

    private boolean holds(String party, String eventId) {
        return Copies.held(stack, party, "xa/" + eventId);
    }
}
