package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.heliograph.desk.Mailbag.Letter;
import org.heliograph.desk.TestDesk.Answer;
import org.heliograph.events.MessageType;
import org.heliograph.events.ResearchObservation;
import org.heliograph.events.Tlp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A party publishes numbers of its own series, as it may be asked to. */
class OwnObservationsTest {

    private static final String OBSERVATIONS = "/api/v1/observations";
    private static final String RELEASED = """
            {"outcome":"RELEASED","rule":null,"reason":null,"releasedTo":["iom"],"withheldFrom":[],
             "decidedAt":"2026-03-31T00:00:00Z","policyVersion":"abc"}""";
    private static final String TOO_FEW = """
            {"outcome":"REFUSED","rule":"R13","reason":"fewer than 11 persons","releasedTo":[],
             "withheldFrom":[],"decidedAt":"2026-03-31T00:00:00Z","policyVersion":"abc"}""";

    private static TwoDesks desks;

    @BeforeAll
    static void start() throws IOException {
        desks = TwoDesks.renewed();
    }

    @BeforeEach
    void theGateReleases() {
        desks.emptyTheBags();
        desks.gate.take();
        desks.gate.answers(200, RELEASED);
    }

    @Test
    void areForTheCommunityUnlessTheySayOtherwiseAndAreListed() {
        Answer answer = desks.xa.post(OBSERVATIONS, observation("of.default", Map.of("value", 40.5)));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        Letter sent = desks.xa.mailbag().take().getFirst();
        ResearchObservation event = (ResearchObservation) sent.event();
        assertThat(event.getEnvelope().getTlp()).isEqualTo(Tlp.GREEN);
        assertThat(event.getRevision()).isOne();
        assertThat(event.getPillars()).containsExactly(4);
        assertThat(event.getValue().orElseThrow()).isEqualByComparingTo("40.5");
        assertThat(sent.distribution().getReleasableTo()).isEmpty();
        assertThat(listed("of.default"))
                .singleElement()
                .satisfies(item -> assertThat(item.get("eventId").asString())
                        .isEqualTo(event.getEnvelope().getEventId().toString()));
    }

    @Test
    void answerARequestThatIsKnown() {
        String request = desks.sentToUnodc(Map.of());

        Answer answer = desks.unodc.post(OBSERVATIONS, observation("of.request", Map.of("requestId", request)));
        Answer unknown =
                desks.unodc.post(OBSERVATIONS, observation("of.nothing", Map.of("requestId", UUID.randomUUID())));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        ResearchObservation event =
                (ResearchObservation) desks.unodc.mailbag().take().getLast().event();
        assertThat(event.getRequestId()).contains(UUID.fromString(request));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body().at("/errors/0/field").asString()).isEqualTo("requestId");
    }

    @Test
    void takeThePlaceOfTheRevisionThatTheCallerHasSeen() {
        desks.xa.post(OBSERVATIONS, observation("of.revisions", Map.of()));
        Map<String, Object> better = Map.of("value", 43, "n", 43, "replaces", 1, "correction", "A late report");

        Answer again = desks.xa.post(OBSERVATIONS, observation("of.revisions", Map.of()));
        Answer second = desks.xa.post(OBSERVATIONS, observation("of.revisions", better));
        Answer late = desks.xa.post(OBSERVATIONS, observation("of.revisions", better));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().get("now").asInt()).isOne();
        assertThat(second.status()).as(second.response().body()).isEqualTo(201);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().get("now").asInt()).isEqualTo(2);
        List<Letter> sent = desks.xa.mailbag().take();
        assertThat(sent).hasSize(2);
        ResearchObservation first = (ResearchObservation) sent.getFirst().event();
        ResearchObservation last = (ResearchObservation) sent.getLast().event();
        assertThat(last.getEnvelope().getMsgType()).isEqualTo(MessageType.UPDATE);
        assertThat(last.getRevision()).isEqualTo(2);
        assertThat(last.getEnvelope().getContextId())
                .isEqualTo(first.getEnvelope().getContextId());
        assertThat(listed("of.revisions"))
                .singleElement()
                .satisfies(item -> assertThat(item.get("value").asInt()).isEqualTo(43));
    }

    @Test
    void ofTwoFirstRevisionsAtOnceOneIsPublished() {
        List<Integer> answers = Deliveries.atOnce(
                8,
                _ -> desks.xa
                        .post(OBSERVATIONS, observation("of.race", Map.of()))
                        .status());

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(desks.xa.mailbag().take()).hasSize(1);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(422, Map.of("n", 10), "n"),
                Arguments.of(422, Map.of("suppressed", true), "value"),
                Arguments.of(422, Map.of("geoLevel", "ADM0"), "geoCode"),
                Arguments.of(422, Map.of("period", "last year"), "period"),
                Arguments.of(422, Map.of("replaces", 1), "correction"),
                Arguments.of(422, Map.of("tlp", "RED"), "tlp"),
                Arguments.of(422, Map.of("tlp", "AMBER"), "releasableTo"),
                Arguments.of(422, Map.of("tlp", "CLEAR", "releasableTo", List.of("iom")), "releasableTo"),
                Arguments.of(400, Map.of("value", 1.2345), "value"),
                Arguments.of(400, Map.of("unit", "UNKNOWN"), "unit"),
                Arguments.of(400, Map.of("releasableTo", List.of("Every one")), "releasableTo[0]"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void sayWhichFieldIsWrongAndStoreNothing(int status, Map<String, Object> change, String field) {
        int before = desks.xa.rows();

        Answer answer = desks.xa.post(OBSERVATIONS, observation("of.faults", change));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(desks.xa.rows()).isEqualTo(before);
        assertThat(desks.xa.mailbag().take()).isEmpty();
    }

    @Test
    void storeNothingThatTheGateWouldRefuse() {
        desks.gate.answers(200, TOO_FEW);
        int before = desks.xa.rows();

        Answer answer = desks.xa.post(OBSERVATIONS, observation("of.gate", Map.of()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("rule").asString()).isEqualTo("R13");
        assertThat(desks.xa.rows()).isEqualTo(before);
        assertThat(desks.xa.mailbag().take()).isEmpty();
    }

    @Test
    void arePreviewedAsTheyWouldBeSent() {
        int before = desks.xa.rows();

        Answer answer = desks.xa.post(OBSERVATIONS + "/preview", observation("of.preview", Map.of()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("releasedTo").toString()).isEqualTo("[\"iom\"]");
        assertThat(GateStandIn.event(desks.gate.take().getFirst(), ResearchObservation.class)
                        .getIndicator())
                .isEqualTo("of.preview");
        assertThat(desks.xa.rows()).isEqualTo(before);
    }

    private static List<JsonNode> listed(String indicator) {
        return desks.xa
                .get(OBSERVATIONS + "?originator=xa&indicator=" + indicator)
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("observation"))
                .toList();
    }

    private static Map<String, Object> observation(String indicator, Map<String, ?> changes) {
        Map<String, Object> observation = new TreeMap<>(Map.of(
                "status", "EXERCISE",
                "indicator", indicator,
                "period", "2026-01",
                "geoLevel", "ROUTE",
                "geoCode", "north-sea",
                "geoName", "A route of an exercise",
                "value", 40,
                "n", 40));
        observation.putAll(Map.of(
                "unit", "PERSONS",
                "estimateType", "COUNT",
                "method", "Sum of the monthly reports",
                "sourceNote", "Exercise data"));
        observation.putAll(changes);
        return observation;
    }
}
