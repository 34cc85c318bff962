package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.heliograph.desk.TestDesk.Answer;
import org.heliograph.events.AlertDocumentFraud;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DocumentFraudTest {

    private static final String ALERTS = "/api/v1/alerts/documents";

    private static TwoDesks desks;
    private static TestDesk xa;
    private static TestDesk unodc;

    @BeforeAll
    static void start() throws IOException {
        desks = TwoDesks.renewed();
        xa = desks.xa;
        unodc = desks.unodc;
    }

    @AfterEach
    void emptyTheBags() {
        desks.emptyTheBags();
    }

    @Test
    void publishesAnAlertOfFourFieldsToAllThatMayHaveIt() {
        Answer answer = xa.post(ALERTS, alert(Map.of()));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        String eventId = answer.body().get("eventId").asString();
        assertThat(answer.header("Location")).isEqualTo(ALERTS + "/" + eventId);
        assertThat(xa.mailbag().take()).singleElement().satisfies(letter -> {
            assertThat(letter.distribution().getReleasableTo()).isEmpty();
            AlertDocumentFraud event = (AlertDocumentFraud) letter.event();
            Envelope envelope = event.getEnvelope();
            assertThat(envelope.getEventId()).hasToString(eventId);
            assertThat(envelope.getEventType()).isEqualTo("alert.document-fraud");
            assertThat(envelope.getTlp()).isEqualTo(Tlp.GREEN);
            assertThat(envelope.getLane()).isEqualTo(Lane.OPERATIONAL);
            assertThat(envelope.getPermittedPurposes())
                    .containsExactly(Purpose.STRATEGIC_ANALYSIS, Purpose.OPERATIONAL_LE);
            assertThat(envelope.getContainsPersonalData()).isFalse();
            assertThat(event.getQuantity()).isEmpty();
        });
    }

    @Test
    void showsBothSidesTheSameAndTheLaterAlertOfACaseInPlaceOfTheEarlier() {
        String first = publish(Map.of("detectionTip", "The fibres do not glow"));
        JsonNode published = xa.get(ALERTS + "/" + first).body();
        String file = published.at("/alert/contextId").asString().replace("exercise:", "");
        String second = publish(Map.of("caseId", file, "detectionTip", "The fibres glow green"));

        Deliveries.deliver(xa.mailbag().take(), unodc);

        JsonNode received = unodc.get(ALERTS + "/" + second).body();
        assertThat(published.get("direction").asString()).isEqualTo("OUT");
        assertThat(received.get("direction").asString()).isEqualTo("IN");
        assertThat(received.get("alert"))
                .isEqualTo(xa.get(ALERTS + "/" + second).body().get("alert"));
        assertThat(received.at("/alert/msgType").asString()).isEqualTo("UPDATE");
        assertThat(received.at("/alert/issuerCode").asString()).isEqualTo("UTO");
        assertThat(unodc.get(ALERTS + "/" + first).body().get("superseded").asBoolean())
                .isTrue();
        String ofXa = "?direction=IN&originator=xa&issuerCode=UTO&size=100";
        assertThat(ids(unodc.get(ALERTS + ofXa))).contains(second).doesNotContain(first);
        assertThat(ids(unodc.get(ALERTS + ofXa + "&history=true"))).containsSubsequence(second, first);
        assertThat(ids(unodc.get(ALERTS + "?issuerCode=D"))).isEmpty();
    }

    @Test
    void letsNobodyReplaceTheAlertOfAnother() {
        String mine = publish(Map.of());
        AlertDocumentFraud event =
                (AlertDocumentFraud) xa.mailbag().take().getFirst().event();
        unodc.receive(event);

        unodc.receive(AlertDocumentFraud.newBuilder(event)
                .setEnvelope(Deliveries.from("xc", event.getEnvelope()))
                .build());

        assertThat(unodc.get(ALERTS + "/" + mine).status()).isEqualTo(409);
        assertThat(unodc.get(ALERTS + "/" + mine + "?originator=xa")
                        .body()
                        .get("superseded")
                        .asBoolean())
                .isFalse();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(400, Map.of("fraudType", "UNKNOWN"), "fraudType"),
                Arguments.of(400, Map.of("holderName", "Somebody"), "holderName"),
                Arguments.of(422, Map.of("issuerCode", ""), "issuerCode"),
                Arguments.of(422, Map.of("issuerCode", "DEU"), "issuerCode"),
                Arguments.of(422, Map.of("issuerCode", "XY"), "issuerCode"),
                Arguments.of(422, Map.of("docClass", "PASSPORT"), "docClass"),
                Arguments.of(422, Map.of("docClass", "IV"), "docClass"),
                Arguments.of(422, Map.of("quantity", 0), "quantity"),
                Arguments.of(422, Map.of("tlp", "CLEAR"), "tlp"),
                Arguments.of(422, Map.of("tlp", "RED"), "tlp"),
                Arguments.of(422, Map.of("tlp", "AMBER"), "releasableTo"),
                Arguments.of(422, Map.of("handlingCodes", List.of("H3")), "handlingNote"),
                Arguments.of(
                        422,
                        Map.of("blankSerialRanges", List.of(Map.of("first", "L0000001", "last", "L0000009"))),
                        "blankSerialRanges"),
                Arguments.of(422, Map.of("detectionTip", "P<UTOERIKSSON<<ANNA"), "detectionTip"),
                Arguments.of(
                        422,
                        Map.of("securityFeatures", List.of("Glow", "L898902C36UTO7408122F1204159ZE184")),
                        "securityFeatures[1]"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesTheFieldAndStoresNothing(int status, Map<String, Object> wrong, String named) {
        int before = xa.rows();

        Answer answer = xa.post(ALERTS, alert(wrong));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.body().get("errors").findValuesAsString("field")).containsExactly(named);
        assertThat(xa.rows()).isEqualTo(before);
        assertThat(xa.mailbag().take()).isEmpty();
    }

    @Test
    void previewsWithoutStoring() {
        desks.gate.answers(200, """
                {"outcome":"RELEASED","rule":null,"reason":null,"releasedTo":["unodc"],"withheldFrom":[],
                 "decidedAt":"2026-03-31T00:00:00Z","policyVersion":"abc"}""");
        int before = xa.rows();

        Answer answer = xa.post(ALERTS + "/preview", alert(Map.of()));

        assertThat(answer.body().get("releasedTo").toString()).isEqualTo("[\"unodc\"]");
        AlertDocumentFraud shown = GateStandIn.event(desks.gate.take().getFirst(), AlertDocumentFraud.class);
        assertThat(shown.getIssuerCode()).isEqualTo("UTO");
        assertThat(xa.rows()).isEqualTo(before);
    }

    @Test
    void knowsNothingOfWhatItNeverSaw() {
        assertThat(xa.get(ALERTS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(xa.get(ALERTS + "?issuerCode=uto").status()).isEqualTo(400);
        assertThat(xa.getAs(ALERTS, null).status()).isEqualTo(401);
    }

    private static String publish(Map<String, ?> changes) {
        Answer answer = xa.post(ALERTS, alert(changes));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer.body().get("eventId").asString();
    }

    private static Map<String, Object> alert(Map<String, ?> changes) {
        Map<String, Object> alert = new HashMap<>(
                Map.of("status", "EXERCISE", "issuerCode", "UTO", "docClass", "P", "fraudType", "PHOTO_SUBSTITUTION"));
        alert.putAll(changes);
        return alert;
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.body()
                .get("items")
                .valueStream()
                .map(item -> item.get("eventId").asString())
                .toList();
    }
}
