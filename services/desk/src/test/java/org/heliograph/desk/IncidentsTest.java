package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.heliograph.desk.Mailbag.Letter;
import org.heliograph.desk.TestDesk.Answer;
import org.heliograph.events.Envelope;
import org.heliograph.events.IncidentReport;
import org.heliograph.events.Lane;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class IncidentsTest {

    private static final String INCIDENTS = "/api/v1/incidents";

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
    void reportsAnIncidentOfSixFieldsToWhomItNames() {
        Answer answer = xa.post(INCIDENTS, incident(Map.of()));

        assertThat(answer.status()).isEqualTo(201);
        String eventId = answer.body().get("eventId").asString();
        assertThat(answer.header("Location")).isEqualTo(INCIDENTS + "/" + eventId);
        assertThat(xa.mailbag().take()).singleElement().satisfies(letter -> {
            assertThat(letter.distribution().getReleasableTo()).containsExactly("unodc");
            IncidentReport event = (IncidentReport) letter.event();
            Envelope envelope = event.getEnvelope();
            assertThat(envelope.getEventId()).hasToString(eventId);
            assertThat(envelope.getTlp()).isEqualTo(Tlp.AMBER);
            assertThat(envelope.getLane()).isEqualTo(Lane.OPERATIONAL);
            assertThat(envelope.getPermittedPurposes()).containsExactly(Purpose.STRATEGIC_ANALYSIS);
            assertThat(event.getDead()).isEmpty();
            assertThat(event.getPersons().getTotal()).isEmpty();
        });
    }

    @Test
    void takesAnIncidentOfTenFieldsAndLeavesTheRestUnknownOrAsUsual() {
        Map<String, Object> ten =
                incident(Map.of("persons", Map.of("total", 62), "dead", 0, "missing", 2, "conveyance", "BOAT"));
        assertThat(ten).hasSize(10);

        Answer answer = xa.post(INCIDENTS, ten);

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        JsonNode incident = answer.body().get("incident");
        assertThat(incident.get("tlp").asString()).isEqualTo("AMBER");
        assertThat(incident.get("occurredAtPrecision").asString()).isEqualTo("HOUR");
        assertThat(incident.get("permittedPurposes").toString()).isEqualTo("[\"STRATEGIC_ANALYSIS\"]");
        assertThat(incident.get("dead").asInt()).isZero();
        assertThat(incident.has("survivors")).isFalse();
        assertThat(incident.get("persons").has("children")).isFalse();
    }

    @Test
    void showsTheOriginatorWhatItReportedAndTheRecipientWhatItReceived() {
        String eventId = xa.post(
                        INCIDENTS,
                        incident(Map.of(
                                "type",
                                "FATALITY",
                                "dead",
                                2,
                                "missing",
                                0,
                                "persons",
                                Map.of("total", 14, "female", 4, "male", 10))))
                .body()
                .get("eventId")
                .asString();
        List<Letter> sent = xa.mailbag().take();
        Deliveries.deliver(sent, unodc);

        JsonNode here = xa.get(INCIDENTS + "/" + eventId).body();
        JsonNode there = unodc.get(INCIDENTS + "/" + eventId).body();
        assertThat(here.get("direction").asString()).isEqualTo("OUT");
        assertThat(there.get("direction").asString()).isEqualTo("IN");
        assertThat(there.get("receipts")).isEmpty();
        assertThat(there.get("incident")).isEqualTo(here.get("incident"));
        assertThat(there.at("/incident/missing").asInt()).isZero();
        assertThat(there.get("incident").has("survivors")).isFalse();
        assertThat(ids(unodc.get(INCIDENTS + "?direction=IN&originator=xa&type=FATALITY")))
                .containsOnlyOnce(eventId);
        assertThat(ids(unodc.get(INCIDENTS + "?direction=OUT"))).isEmpty();
        assertThat(ids(unodc.get(INCIDENTS + "?originator=xb"))).isEmpty();
    }

    @Test
    void keepsAReportThoughAnotherPartyUsedItsIdBefore() {
        xa.post(INCIDENTS, incident(Map.of("incidentId", "of-xa")));
        IncidentReport mine = (IncidentReport) xa.mailbag().take().getFirst().event();
        String path = INCIDENTS + "/" + mine.getEnvelope().getEventId();

        unodc.receive(IncidentReport.newBuilder(mine)
                .setEnvelope(Deliveries.from("xc", mine.getEnvelope()))
                .setIncidentId("of-xc")
                .build());
        unodc.receive(mine);

        assertThat(unodc.get(path + "?originator=xa")
                        .body()
                        .at("/incident/incidentId")
                        .asString())
                .isEqualTo("of-xa");
        assertThat(unodc.get(path + "?originator=xc")
                        .body()
                        .at("/incident/incidentId")
                        .asString())
                .isEqualTo("of-xc");
        assertThat(unodc.get(path).status()).isEqualTo(409);
    }

    @Test
    void listsByTheTimeOfTheIncidentLatestFirstPageByPage() {
        String later = report("occurredAt", "2026-10-02T10:00:00Z");
        String earlier = report("occurredAt", "2026-10-01T10:00:00Z");
        report("occurredAt", "2026-10-03T10:00:00Z");
        String october = INCIDENTS + "?from=2026-10-01T00:00:00Z&to=2026-10-03T00:00:00Z";

        assertThat(ids(xa.get(october))).containsExactly(later, earlier);
        Answer second = xa.get(october + "&page=1&size=1");
        assertThat(ids(second)).containsExactly(earlier);
        assertThat(second.body().get("total").asLong()).isEqualTo(2);
    }

    @Test
    void goesOnWithACase() {
        UUID file = UUID.randomUUID();
        xa.post(INCIDENTS, incident(Map.of("caseId", file)));

        assertThat(xa.mailbag().take()).singleElement().satisfies(letter -> {
            Envelope envelope = (Envelope) letter.event().get(0);
            assertThat(envelope.getContextId()).isEqualTo("exercise:" + file);
            assertThat(envelope.getMsgType()).hasToString("UPDATE");
        });
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(400, "releasableTo", List.of(), "releasableTo"),
                Arguments.of(400, "releasableTo", null, "releasableTo"),
                Arguments.of(400, "type", "UNKNOWN", "type"),
                Arguments.of(400, "incidentId", "", "incidentId"),
                Arguments.of(422, "type", "FATALITY", "dead"),
                Arguments.of(422, "tlp", "GREEN", "tlp"),
                Arguments.of(422, "tlp", "CLEAR", "tlp"),
                Arguments.of(422, "tlp", "RED", "tlp"),
                Arguments.of(422, "handlingCodes", List.of("H3"), "handlingNote"),
                Arguments.of(422, "place", null, "place"),
                Arguments.of(422, "occurredAt", "2999-01-01T00:00:00Z", "occurredAt"),
                Arguments.of(422, "iccsCode", "0204", "iccsCode"),
                Arguments.of(422, "positionWgs84", Map.of("lat", 91, "lon", 0), "positionWgs84.lat"),
                Arguments.of(422, "persons", Map.of("total", 3, "female", 1, "male", 1), "persons.total"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesTheFieldAndStoresNothing(int status, String field, @Nullable Object value, String named) {
        int before = xa.rows();
        Map<String, @Nullable Object> wrong = new HashMap<>(incident(Map.of()));
        wrong.put(field, value);
        wrong.values().removeIf(given -> given == null);

        Answer answer = xa.post(INCIDENTS, wrong);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().get("errors").findValuesAsString("field")).containsExactly(named);
        assertThat(xa.rows()).isEqualTo(before);
        assertThat(xa.mailbag().take()).isEmpty();
    }

    @Test
    void knowsNothingOfWhatItNeverSaw() {
        assertThat(xa.get(INCIDENTS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(xa.get(INCIDENTS + "?type=COLLISION").status()).isEqualTo(400);
        assertThat(xa.getAs(INCIDENTS, null).status()).isEqualTo(401);
    }

    @Test
    void listsNothingWhereNothingIsWantedAndNamesWhatIsNoFilter() {
        Answer none = xa.get(INCIDENTS + "?originator=nobody");

        assertThat(ids(none)).isEmpty();
        assertThat(none.body().get("total").asLong()).isZero();
        for (String wrong : List.of("from=yesterday", "direction=UP", "originator=Every%20one", "page=-1", "size=0")) {
            Answer answer = xa.get(INCIDENTS + "?" + wrong);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(wrong.replaceAll("=.*", ""));
        }
    }

    private static String report(String field, Object value) {
        return xa.post(INCIDENTS, incident(Map.of(field, value)))
                .body()
                .get("eventId")
                .asString();
    }

    private static Map<String, Object> incident(Map<String, ?> changes) {
        Map<String, Object> incident = new HashMap<>(Map.of(
                "status", "EXERCISE",
                "releasableTo", List.of("unodc"),
                "incidentId", "XA-SEA-1",
                "occurredAt", "2026-09-01T03:00:00Z",
                "type", "RESCUE",
                "place", Map.of("name", "Port Alpha", "country", "XA")));
        incident.putAll(changes);
        return incident;
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
