package org.heliograph.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.MessageType;
import org.heliograph.events.ResearchObservation;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.IngestDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From a file at IOM to figures and alerts at others; every figure here is invented. */
@HeliographStack
class MissingMigrantsIT {

    private static final int INDICATORS = 7;

    @TempDir
    private Path folder;

    private final Stack stack;
    private final Research research;

    MissingMigrantsIT(Stack stack) {
        this.stack = stack;
        this.research = new Research(stack);
    }

    @AfterEach
    void close() {
        research.close();
    }

    @Test
    void publishesOnceThenNothingThenOnlyWhatACorrectionChanges() throws Exception {
        InventedFile file = year("1991.A", 1991, "Alpha Strait", 20);
        JsonNode first = research.ingest(file.write(folder, "a.json"), false);
        JsonNode second = research.ingest(file.write(folder, "b.json"), false);
        Path corrected = file.change(4, row -> changed(row, "24")).write(folder, "c.json");
        JsonNode third = research.ingest(corrected, false);

        assertThat(Research.rows(first)).containsExactly(24L, 24L, 0L);
        assertThat(Research.published(first)).isEqualTo(12L * INDICATORS);
        assertThat(Research.published(second)).isZero();
        assertThat(second.path("observations").path("unchanged").asLong()).isEqualTo(12L * INDICATORS);
        assertThat(Research.published(third)).as("the dead of one month").isEqualTo(1);
        Map<String, ResearchObservation> last = research.awaitPublic("alpha-strait", 12 * INDICATORS + 1);
        assertThat(last.values()).allSatisfy(MissingMigrantsIT::isMarkedAsItShould);
        ResearchObservation march = Research.dead(last, "1991-03");
        assertThat(march.getValue().orElseThrow()).isEqualByComparingTo("25");
        assertThat(march.getRevision()).isEqualTo(2);
        assertThat(march.getCorrection()).isPresent();
        assertThat(march.getEnvelope().getMsgType()).isEqualTo(MessageType.UPDATE);
        assertThat(Research.dead(last, "1991-04").getRevision()).isEqualTo(1);
        research.awaitListedAtUnodc("alpha-strait", "1991-03", "25");
    }

    @Test
    void suppressesWhatIsFewAndLeavesOutWhatIsUnsound() throws Exception {
        InventedFile file = new InventedFile("1992.B")
                .month(YearMonth.of(1992, 1), "Bravo Strait", 10)
                .row("1992-01-15", "", 11)
                .row("", "Bravo Strait", 1)
                .row("1992-01-16", "Bravo Strait", -4);
        JsonNode done = research.ingest(file.write(folder, "few.json"), false);

        assertThat(Research.rows(done)).containsExactly(5L, 3L, 2L);
        assertThat(done.path("rows").path("setAside").findValuesAsString("reason"))
                .containsExactly("BLANK_DATE", "NEGATIVE_COUNT");
        JsonNode aside =
                research.iom().setAside(done.path("ingestId").asString()).body();
        assertThat(aside.path("items").findValuesAsString("webId")).containsExactly("1992.B.3", "1992.B.4");
        ResearchObservation few = Research.dead(research.awaitPublic("bravo-strait", INDICATORS), "1992-01");
        assertThat(few.getSuppressed()).isTrue();
        assertThat(few.getValue()).isEmpty();
        assertThat(few.getN()).isEmpty();
        ResearchObservation without =
                Research.dead(research.awaitPublic("invented-sea-route-not-stated", INDICATORS), "1992-01");
        assertThat(without.getValue().orElseThrow()).isEqualByComparingTo("11");
    }

    @Test
    void raisesAnAlertOfAnOlderMonthOnlyInAReplayAndAsAnExercise() throws Exception {
        InventedFile file = year("1994.C", 1994, "Charlie Strait", 20)
                .month(YearMonth.of(1995, 1), "Charlie Strait", 90)
                .month(YearMonth.of(1995, 2), "Delta Strait", 10);
        JsonNode quiet = research.ingest(file.write(folder, "quiet.json"), false);
        JsonNode replay = research.ingest(file.write(folder, "replay.json"), true);
        JsonNode again = research.ingest(file.write(folder, "again.json"), true);

        assertThat(Research.steps(quiet, "Charlie Strait")).isEmpty();
        assertThat(quiet.path("alerts").path("notRaised").findValuesAsString("reason"))
                .contains("NOT_RECENT");
        assertThat(Research.steps(replay, "Charlie Strait")).containsExactly("RAISED EXERCISE 1995-01");
        assertThat(Research.steps(again, "Charlie Strait")).containsExactly("UNCHANGED EXERCISE 1995-01");
        assertThat(replay.path("alerts").path("notRaised").findValuesAsString("reason"))
                .contains("GAP");
        List<AlertRoute> alerts = research.awaitAlerts("charlie-strait", 1);
        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.getEnvelope().getStatus()).isEqualTo(Status.EXERCISE);
            assertThat(alert.getSummary())
                    .contains("90 persons recorded as dead", "against 20.0", "no indication of smuggling")
                    .contains("IOM's Missing Migrants Project, CC BY 3.0 IGO");
        });

        JsonNode corrected =
                research.ingest(file.change(24, row -> changed(row, "3")).write(folder, "corrected.json"), false);
        assertThat(Research.steps(corrected, "Charlie Strait")).containsExactly("WITHDRAWN EXERCISE 1995-01");
        assertThat(research.awaitAlerts("charlie-strait", 2)
                        .getLast()
                        .getEnvelope()
                        .getMsgType())
                .isEqualTo(MessageType.CANCEL);
    }

    @Test
    void goesOnWhereItWasKilledAndTellsEverythingOnce() throws Exception {
        InventedFile file = year("1997.E", 1997, "Echo Strait", 20);
        research.ingest(file.write(folder, "v1.json"), false);
        for (int month = 0; month < 12; month++) {
            file.change(2 * month, row -> changed(row, "39"));
        }
        String id;
        try (Connection lock = research.database();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("select 1 from published_observation where month = '1997-06-01' for update");
            id = research.send(file.write(folder, "v2.json"), false)
                    .body()
                    .path("ingestId")
                    .asString();
            await().atMost(Research.PATIENCE).until(() -> research.monthsDone(id) == 5);

            IngestDesk.Answer other = research.send(file.write(folder, "v3.json"), false);
            assertThat(other.status()).isEqualTo(409);
            assertThat(other.body().path("running").asString()).isEqualTo(id);

            stack.kill(Component.IOM);
            lock.rollback();
        }
        stack.start(Component.IOM);
        JsonNode done = research.awaitDone(id);

        assertThat(Research.published(done)).as("the dead of each month").isEqualTo(12);
        Map<String, ResearchObservation> last = research.awaitPublic("echo-strait", 12 * INDICATORS + 12);
        for (int month = 1; month <= 12; month++) {
            ResearchObservation dead =
                    Research.dead(last, YearMonth.of(1997, month).toString());
            assertThat(dead.getValue().orElseThrow()).isEqualByComparingTo("40");
            assertThat(dead.getRevision()).isEqualTo(2);
        }
        assertThat(Research.published(research.ingest(file.write(folder, "v4.json"), false)))
                .isZero();
    }

    @Test
    void takesNothingOfAFileThatBreaksOff() throws Exception {
        Path whole = year("1999.F", 1999, "Foxtrot Strait", 20).write(folder, "whole.json");
        String text = Files.readString(whole);
        Path half = Files.writeString(folder.resolve("half.json"), text.substring(0, text.length() / 2));

        IngestDesk.Answer answer = research.send(half, false);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asString()).contains("Not JSON at line 1, column", "row 13");
        assertThat(research.stored("1999.F.%")).isZero();
        assertThat(Research.published(research.ingest(whole, false))).isEqualTo(12L * INDICATORS);
    }

    @Test
    void theCommandLineSendsAFileAndPrintsTheAccount() throws Exception {
        Path file =
                new InventedFile("1989.G").row("2001-05-05", "Golf Strait", 12).write(folder, "golf.json");

        assertThat(research.heliograph(0, "ingest", Research.DATASET, file.toString()))
                .contains("1  rows read", "1  taken", "7  observations published", "no indication of smuggling");
        assertThat(research.heliograph(
                        1,
                        "ingest",
                        Research.DATASET,
                        folder.resolve("absent.json").toString()))
                .contains("absent.json is no file that can be read");
        assertThat(research.heliograph(
                        1,
                        "ingest",
                        Research.DATASET,
                        Files.writeString(folder.resolve("bad.json"), "[{]").toString()))
                .contains("The file cannot be read; nothing of it was taken (400): Not JSON at line 1, column 3");
        assertThat(research.heliograph(2, "ingest", "rescues", file.toString())).contains("no dataset 'rescues'");
    }

    private static InventedFile year(String prefix, int year, String route, int dead) {
        InventedFile file = new InventedFile(prefix);
        for (int month = 1; month <= 12; month++) {
            file.month(YearMonth.of(year, month), route, dead);
        }
        return file;
    }

    private static Map<String, String> changed(Map<String, String> row, String dead) {
        Map<String, String> changed = new HashMap<>(row);
        changed.put("number_dead", dead);
        changed.put("total_dead_and_missing", dead);
        return changed;
    }

    private static void isMarkedAsItShould(ResearchObservation observation) {
        assertThat(observation.getEnvelope().getTlp()).isEqualTo(Tlp.CLEAR);
        assertThat(observation.getEnvelope().getStatus()).isEqualTo(Status.ACTUAL);
        assertThat(observation.getDisclaimer().orElseThrow()).contains("no indication of smuggling");
        assertThat(observation.getSourceNote()).contains("CC BY 3.0 IGO", "Changed:");
        assertThat(observation.toString()).doesNotContain("invented description");
    }
}
