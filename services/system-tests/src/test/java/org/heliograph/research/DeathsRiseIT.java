package org.heliograph.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Envelope;
import org.heliograph.events.MessageType;
import org.heliograph.events.RouteAlertKind;
import org.heliograph.events.Status;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From the records of the newest month to an alert that is no exercise; every figure here is invented. */
@HeliographStack
class DeathsRiseIT {

    private static final String ROUTE = "India Strait";
    private static final String CODE = "india-strait";
    /** Mean 22 and variance 79.6: the first count that is far above is 63, see {@code DeathsRiseTest}. */
    private static final List<Integer> TWELVE_BEFORE = List.of(12, 30, 15, 22, 40, 11, 18, 25, 33, 14, 20, 24);

    private static final int ABSENT = 5;

    @TempDir
    private Path folder;

    private final YearMonth newest = YearMonth.now(ZoneOffset.UTC).minusMonths(1);
    private final Research research;

    DeathsRiseIT(Stack stack) {
        this.research = new Research(stack);
    }

    @AfterEach
    void close() throws Exception {
        research.forgetFrom(newest.minusMonths(12));
        research.close();
    }

    @Test
    void anActualAlertFollowsFromTheNewestMonthOnceTheTwelveBeforeAreComplete() throws Exception {
        JsonNode gap = research.ingest(series(63, ABSENT), false);
        JsonNode few = research.ingest(series(62, 0), false);
        JsonNode many = research.ingest(series(63, 0), false);
        JsonNode again = research.ingest(series(63, 0), false);

        assertThat(gap.path("alerts").path("newestCompleteMonth").asString()).isEqualTo(newest.toString());
        assertThat(Research.steps(gap, ROUTE)).isEmpty();
        assertThat(notRaised(gap))
                .containsExactly("GAP 1 of the twelve months before are not completely covered by the data");
        assertThat(Research.steps(few, ROUTE)).isEmpty();
        assertThat(notRaised(few)).containsExactly("NOT_FAR_ABOVE the month is not far above the twelve before");
        assertThat(Research.steps(many, ROUTE)).containsExactly("RAISED ACTUAL " + newest);
        assertThat(notRaised(many)).isEmpty();
        assertThat(Research.steps(again, ROUTE)).containsExactly("UNCHANGED ACTUAL " + newest);
        for (String party : List.of("unodc", "xa", "xb")) {
            assertThat(research.awaitAlerts(party, CODE, 1)).singleElement().satisfies(this::isTheKnownAnswer);
        }

        JsonNode corrected = research.ingest(series(62, 0), false);

        assertThat(Research.steps(corrected, ROUTE)).containsExactly("WITHDRAWN ACTUAL " + newest);
        Envelope withdrawal = research.awaitAlerts("xb", CODE, 2).getLast().getEnvelope();
        assertThat(withdrawal.getMsgType()).isEqualTo(MessageType.CANCEL);
        String theCase = " ACTUAL " + withdrawal.getContextId();
        await().atMost(Research.PATIENCE)
                .untilAsserted(() -> assertThat(research.alertsListed(Component.XB, CODE))
                        .containsExactly("CANCEL" + theCase, "ALERT" + theCase));
    }

    private void isTheKnownAnswer(AlertRoute alert) {
        Envelope envelope = alert.getEnvelope();
        assertThat(envelope.getStatus()).isEqualTo(Status.ACTUAL);
        assertThat(envelope.getMsgType()).isEqualTo(MessageType.ALERT);
        assertThat(alert.getAlertKind()).isEqualTo(RouteAlertKind.DEATHS_RISE);
        assertThat(alert.getPersonsEstimate().orElseThrow().getMin()).hasValue(63);
        assertThat(alert.getValidFrom())
                .isEqualTo(newest.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        assertThat(alert.getSummary())
                .contains(ROUTE + " in " + newest, "63 persons recorded as dead", "against 22.0")
                .contains("no indication of smuggling", "IOM's Missing Migrants Project, CC BY 3.0 IGO");
    }

    /** @param absent how many months before the newest is the one without records; 0 if there is none */
    private Path series(int dead, int absent) throws Exception {
        InventedFile file = new InventedFile("recent.I").month(newest, ROUTE, dead);
        for (int back = 1; back <= TWELVE_BEFORE.size(); back++) {
            if (back != absent) {
                file.month(newest.minusMonths(back), ROUTE, TWELVE_BEFORE.get(back - 1));
            }
        }
        return file.write(folder, "series.json");
    }

    /** Of the newest month; what other tests left may have reasons of its own. */
    private List<String> notRaised(JsonNode ingest) {
        return ingest.path("alerts")
                .path("notRaised")
                .valueStream()
                .filter(none -> none.path("month").asString("").equals(newest.toString()))
                .map(none ->
                        none.path("reason").asString() + " " + none.path("text").asString())
                .toList();
    }
}
