package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.heliograph.desk.Mailbag.Letter;
import org.heliograph.desk.TestDesk.Answer;
import org.heliograph.events.DistressCondition;
import org.heliograph.events.DistressPhase;
import org.heliograph.events.Envelope;
import org.heliograph.events.ExactPosition;
import org.heliograph.events.IncidentReport;
import org.heliograph.events.MaritimeDistress;
import org.heliograph.events.MessageType;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** R15: what of an incident is for the safety of life goes out as a distress of its own. */
class DistressExtractTest {

    private static final String INCIDENTS = "/api/v1/incidents";
    private static final String DISTRESS = "/api/v1/maritime/distress";

    private static TwoDesks desks;
    private static TestDesk xa;

    @BeforeAll
    static void start() throws IOException {
        desks = TwoDesks.renewed();
        xa = desks.xa;
    }

    @AfterEach
    void emptyTheBags() {
        desks.emptyTheBags();
    }

    @Test
    void goesOutBesideTheIncidentWithPositionAndNumberAboardAndNothingElse() {
        Answer answer = xa.post(
                INCIDENTS,
                incident(Map.of(
                        "tlp", "AMBER_STRICT",
                        "handlingCodes", List.of("H1"),
                        "notReleasableTo", List.of("xc"),
                        "purposes", List.of("OPERATIONAL_LE"))));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        List<Letter> sent = xa.mailbag().take();
        assertThat(sent).hasSize(2);
        Envelope incident = ((IncidentReport) sent.getFirst().event()).getEnvelope();
        MaritimeDistress distress = (MaritimeDistress) sent.getLast().event();
        Envelope envelope = distress.getEnvelope();
        assertThat(envelope.getCausationId()).hasValue(incident.getEventId().toString());
        assertThat(envelope.getContextId()).isEqualTo(incident.getContextId());
        assertThat(envelope.getTlp()).isEqualTo(Tlp.GREEN);
        assertThat(envelope.getPriority()).isEqualTo(Priority.FLASH);
        assertThat(envelope.getMsgType()).isEqualTo(MessageType.ALERT);
        assertThat(envelope.getPermittedPurposes()).containsExactly(Purpose.SAFETY_OF_LIFE);
        assertThat(envelope.getHandlingCodes()).isEmpty();
        assertThat(sent.getLast().distribution().getReleasableTo()).isEmpty();
        assertThat(sent.getLast().distribution().getNotReleasableTo()).containsExactly("xc");
        assertThat(distress)
                .isEqualTo(MaritimeDistress.newBuilder()
                        .setEnvelope(envelope)
                        .setDistressId(envelope.getCorrelationId().orElseThrow())
                        .setPosition(ExactPosition.newBuilder()
                                .setLat(34.52149)
                                .setLon(24.00999)
                                .setPrecisionKm(null)
                                .build())
                        .setPersonsOnBoard(62)
                        .setCondition(List.of(DistressCondition.TAKING_WATER))
                        .setMrccNotified(distress.getMrccNotified())
                        .setPhase(DistressPhase.DISTRESS)
                        .build());
        assertThat(distress.getMrccNotified().getName()).isEqualTo("MRCC Port Alpha");
    }

    @Test
    void isFoundFromTheIncidentByWhoReportedItAlone() {
        Answer answer = xa.post(INCIDENTS, incident(Map.of()));
        List<Letter> sent = xa.mailbag().take();
        Deliveries.deliver(sent, desks.unodc);
        String incident = INCIDENTS + "/" + answer.body().get("eventId").asString();
        String distress = answer.body().get("distressEventId").asString();

        assertThat(((Envelope) sent.getLast().event().get(0)).getEventId()).hasToString(distress);
        assertThat(xa.get(incident).body().get("distressEventId").asString()).isEqualTo(distress);
        assertThat(xa.get(DISTRESS + "/" + distress)
                        .body()
                        .at("/distress/personsOnBoard")
                        .asInt())
                .isEqualTo(62);
        assertThat(desks.unodc.get(incident).body().has("distressEventId")).isFalse();
        assertThat(desks.unodc
                        .get(DISTRESS + "/" + distress)
                        .body()
                        .at("/distress/causationId")
                        .asString())
                .isEqualTo(answer.body().get("eventId").asString());
    }

    @Test
    void goesOnWithItsCaseInWhichTheLastWordStands() {
        UUID file = UUID.randomUUID();
        xa.post(INCIDENTS, incident(Map.of("caseId", file)));
        xa.post(INCIDENTS, incident(Map.of("caseId", file, "distress", distress(Map.of("phase", "ENDED")))));
        List<Letter> sent = xa.mailbag().take();

        assertThat(sent)
                .filteredOn(letter -> letter.event() instanceof MaritimeDistress)
                .extracting(letter -> ((Envelope) letter.event().get(0)).getMsgType())
                .containsExactly(MessageType.ALERT, MessageType.UPDATE);
        JsonNode standing = xa.get(DISTRESS + "?distressId=" + file).body().get("items");
        assertThat(standing).hasSize(1);
        assertThat(standing.at("/0/distress/phase").asString()).isEqualTo("ENDED");

        Answer actual = xa.post(INCIDENTS, incident(Map.of("caseId", file, "status", "ACTUAL")));
        assertThat(actual.status()).isEqualTo(422);
        assertThat(actual.body().at("/errors/0/field").asString()).isEqualTo("status");
        assertThat(xa.mailbag().take()).isEmpty();
    }

    @Test
    void saysOnceForEachReportThoughOfficersSpeakOfOneCaseAtOnce() {
        UUID file = UUID.randomUUID();

        List<Answer> answers = Deliveries.atOnce(8, _ -> xa.post(INCIDENTS, incident(Map.of("caseId", file))));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers.stream()
                        .map(answer -> answer.body().get("distressEventId").asString())
                        .distinct())
                .hasSize(8);
        List<Letter> sent = xa.mailbag().take();
        assertThat(sent).hasSize(16);
        assertThat(sent.stream()
                        .filter(letter -> letter.event() instanceof MaritimeDistress)
                        .map(letter -> ((Envelope) letter.event().get(0)).getMsgType())
                        .filter(MessageType.ALERT::equals))
                .hasSize(1);
    }

    static Stream<Map<String, Object>> notInDistress() {
        List<String> purposes = List.of("SAFETY_OF_LIFE");
        return Stream.of(
                Map.of(),
                Map.of("purposes", purposes, "conveyance", "LORRY"),
                Map.of("purposes", purposes, "positionWgs84", Absent.FIELD),
                Map.of("purposes", List.of("OPERATIONAL_LE")));
    }

    @ParameterizedTest
    @MethodSource
    void notInDistress(Map<String, Object> changes) {
        Map<String, Object> incident = incident(Map.of("distress", Absent.FIELD));
        incident.putAll(changes);

        Answer answer = xa.post(INCIDENTS, present(incident));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        assertThat(answer.body().has("distressEventId")).isFalse();
        assertThat(xa.mailbag().take()).hasSize(1);
    }

    static Stream<Arguments> faults() {
        String later = Instant.now().plus(Duration.ofDays(1)).toString();
        return Stream.of(
                Arguments.of(422, Map.of("distress", Absent.FIELD, "purposes", List.of("SAFETY_OF_LIFE")), "distress"),
                Arguments.of(422, Map.of("positionWgs84", Absent.FIELD), "positionWgs84"),
                Arguments.of(400, Map.of("distress", Map.of("phase", "DISTRESS")), "distress.mrccNotified"),
                Arguments.of(400, Map.of("distress", distress(Map.of("phase", "UNKNOWN"))), "distress.phase"),
                Arguments.of(
                        422,
                        Map.of("distress", distress(Map.of("mrccNotified", Map.of("name", "MRCC", "at", later)))),
                        "distress.mrccNotified.at"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesTheFieldAndStoresNeither(int status, Map<String, Object> wrong, String named) {
        int before = xa.rows();

        Answer answer = xa.post(INCIDENTS, present(incident(wrong)));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.body().get("errors").findValuesAsString("field")).containsExactly(named);
        assertThat(xa.rows()).isEqualTo(before);
        assertThat(xa.mailbag().take()).isEmpty();
    }

    /** Stands for a field that is left out. */
    private enum Absent {
        FIELD
    }

    private static Map<String, Object> present(Map<String, Object> incident) {
        Map<String, Object> present = new HashMap<>(incident);
        present.values().removeIf(Absent.FIELD::equals);
        return present;
    }

    private static Map<String, Object> incident(Map<String, ?> changes) {
        Map<String, Object> incident = new HashMap<>(Map.of(
                "status", "EXERCISE",
                "releasableTo", List.of("unodc"),
                "incidentId", "XA-SEA-1",
                "occurredAt", "2026-09-01T03:00:00Z",
                "type", "INTERCEPTION",
                "place", Map.of("name", "Port Alpha", "country", "XA"),
                "positionWgs84", Map.of("lat", 34.52149, "lon", 24.00999),
                "persons", Map.of("total", 62),
                "vessel", Map.of("name", "Blue Star"),
                "distress", distress(Map.of())));
        incident.putAll(changes);
        return incident;
    }

    private static Map<String, Object> distress(Map<String, ?> changes) {
        Map<String, Object> distress = new HashMap<>(Map.of(
                "mrccNotified",
                Map.of(
                        "name",
                        "MRCC Port Alpha",
                        "at",
                        Instant.now().minusSeconds(60).toString()),
                "phase",
                "DISTRESS",
                "condition",
                List.of("TAKING_WATER")));
        distress.putAll(changes);
        return distress;
    }
}
