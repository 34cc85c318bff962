package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.desk.Mailbag.Letter;
import org.heliograph.events.CoopAct;
import org.heliograph.events.CoopEvent;
import org.heliograph.exchange.database.TestDatabase;
import org.heliograph.pages.session.IdentityStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RequestClocksTest {

    private static final String REQUESTS = "/api/v1/requests";
    private static final String[] FAST = {
        "--heliograph.clocks.paces.technical.acknowledge=1h",
        "--heliograph.clocks.paces.technical.decide=4h",
        "--heliograph.clocks.paces.technical.escalate=1h",
        "--heliograph.clocks.paces.technical.working-days=false"
    };

    private static TestDatabase databaseOfUnodc;
    private static IdentityStandIn identity;
    private static TestDesk xa;
    private static TestDesk unodc;

    @BeforeAll
    static void start() throws IOException {
        TwoDesks desks = TwoDesks.renewed();
        databaseOfUnodc = TestDesk.database();
        identity = desks.identity;
        xa = desks.xa;
        unodc = new TestDesk("unodc", identity, databaseOfUnodc.url(), FAST);
    }

    @AfterAll
    static void stop() {
        unodc.close();
        databaseOfUnodc.close();
    }

    @Test
    void warnAndEscalateOnceThoughServicesLookAtOnceAndAreStartedAnew() {
        String id = submitted();

        assertThat(roundsAtOnce()).isEmpty();
        unodc.clock().turnOn("PT46M");
        assertThat(roundsAtOnce()).extracting(CoopEvent::getAct).containsExactly(Optional.of(CoopAct.WARN));
        unodc.clock().turnOn("PT75M");
        List<CoopEvent> escalated = roundsAtOnce();
        try (TestDesk other = new TestDesk("unodc", identity, databaseOfUnodc.url(), FAST)) {
            other.clock().turnOn("PT121M");
            other.clockRound();
            assertThat(other.mailbag().take()).isEmpty();
        }

        assertThat(escalated).singleElement().satisfies(event -> {
            assertThat(event.getEscalationLevel()).isEqualTo(1);
            assertThat(event.getDueAt()).isPresent();
        });
        assertThat(addressee(xa, id).get("escalation").asInt()).isEqualTo(1);
        assertThat(addressee(unodc, id).at("/deadline/overdue").asBoolean()).isTrue();
        act(id, "acknowledge", Map.of("version", 2));
        deliver();
        assertThat(addressee(xa, id).get("escalation").asInt()).isZero();
    }

    @Test
    void standStillWhileTheRequesterIsAskedAndLapseAfterThirtyDays() {
        String id = submitted();
        act(id, "acknowledge", Map.of("version", 0));
        act(id, "ask", Map.of("version", 1, "questions", List.of("Which article?")));
        deliver();

        unodc.clock().turnOn("P29D");
        assertThat(roundsAtOnce())
                .noneMatch(event -> event.getRequestId().toString().equals(id));
        JsonNode paused = addressee(unodc, id).get("deadline");
        unodc.clock().turnOn("P2D");
        List<CoopEvent> lapsed = roundsAtOnce().stream()
                .filter(event -> event.getRequestId().toString().equals(id))
                .toList();

        assertThat(paused.get("paused").asBoolean()).isTrue();
        assertThat(paused.get("overdue").asBoolean()).isFalse();
        assertThat(lapsed)
                .singleElement()
                .satisfies(event -> assertThat(event.getAct()).contains(CoopAct.LAPSE));
        assertThat(xa.get(REQUESTS + "/" + id).body().get("state").asString()).isEqualTo("CLOSED");
    }

    @Test
    void listWhatIsOverdueFirstAndWhatIsPausedLast() {
        String paused = submitted();
        String decided = submitted();
        String late = submitted();
        String early = submitted();
        act(paused, "acknowledge", Map.of("version", 0));
        act(paused, "ask", Map.of("version", 1, "questions", List.of("Which article?")));
        act(decided, "acknowledge", Map.of("version", 0));
        act(decided, "assign", Map.of("version", 1, "to", "legal desk"));
        act(decided, "accept", Map.of("version", 2));
        act(late, "acknowledge", Map.of("version", 0));

        List<JsonNode> items = unodc.get("/api/v1/work-list?size=100")
                .body()
                .get("items")
                .valueStream()
                .toList();

        assertThat(items.stream()
                        .map(item -> item.get("requestId").asString())
                        .filter(List.of(paused, decided, late, early)::contains))
                .containsExactly(early, late, decided, paused);
        assertThat(items.getLast().at("/deadline/paused").asBoolean()).isTrue();
    }

    private static String submitted() {
        String id =
                xa.post(REQUESTS, Requests.to("unodc")).body().get("requestId").asString();
        Deliveries.deliver(xa.mailbag().take(), unodc);
        return id;
    }

    private static void act(String id, String act, Map<String, ?> body) {
        var answer = unodc.post(REQUESTS + "/" + id + "/" + act, body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    }

    /** As several services of one party make them; gives back what was said, once it was delivered. */
    private static List<CoopEvent> roundsAtOnce() {
        Deliveries.atOnce(4, _ -> {
            unodc.clockRound();
            return true;
        });
        return deliver().stream().map(letter -> (CoopEvent) letter.event()).toList();
    }

    private static List<Letter> deliver() {
        List<Letter> letters = unodc.mailbag().take();
        Deliveries.deliver(letters, xa);
        return letters;
    }

    private static JsonNode addressee(TestDesk desk, String id) {
        return desk.get(REQUESTS + "/" + id).body().at("/addressees/0");
    }
}
