package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heliograph.desk.TestDesk.Answer;
import org.heliograph.events.CoopEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** UNODC runs its service twice on one database; both look at the clocks, and officers act at either. */
class TwoServicesTest {

    private static final String REQUESTS = "/api/v1/requests";
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String[] FAST = {
        "--heliograph.clocks.paces.technical.acknowledge=1h",
        "--heliograph.clocks.paces.technical.decide=4h",
        "--heliograph.clocks.paces.technical.escalate=1h",
        "--heliograph.clocks.paces.technical.working-days=false"
    };

    private final List<AutoCloseable> opened = new ArrayList<>();
    private TwoDesks desks;
    private TestDesk xa;

    @BeforeEach
    void start() throws IOException {
        desks = TwoDesks.renewed();
        xa = desks.xa;
    }

    /** A service of UNODC beside the one that always runs, on the same database. */
    private TestDesk another(String... settings) {
        return opened(new TestDesk("unodc", desks.identity, desks.databaseOfUnodc.url(), settings));
    }

    private <T extends AutoCloseable> T opened(T resource) {
        opened.addFirst(resource);
        return resource;
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable resource : opened) {
            resource.close();
        }
    }

    @Test
    void warnOnceAndEscalateOnceToEachLevelThoughOneIsStartedAnewInBetween() {
        TestDesk first = another(FAST);
        TestDesk second = another(FAST);
        List<String> requests =
                IntStream.range(0, 12).mapToObj(_ -> submitted(first)).toList();
        String asked = submitted(first);
        act(first, asked, "acknowledge", Map.of("version", 0));
        act(first, asked, "ask", Map.of("version", 1, "questions", List.of("Which article?")));
        first.mailbag().take();

        assertThat(rounds(first, second, "PT46M")).containsExactlyInAnyOrderElementsOf(each(requests, "WARN 0"));
        assertThat(rounds(first, second, "PT75M")).containsExactlyInAnyOrderElementsOf(each(requests, "ESCALATE 1"));
        TestDesk anew = another(FAST);
        anew.clock().turnOn("PT121M");
        assertThat(rounds(first, anew, "PT60M")).containsExactlyInAnyOrderElementsOf(each(requests, "ESCALATE 2"));
        assertThat(rounds(first, anew, "PT60M")).containsExactlyInAnyOrderElementsOf(each(requests, "ESCALATE 3"));
        assertThat(rounds(first, anew, "P20D")).isEmpty();

        for (String request : requests) {
            JsonNode view = first.get(REQUESTS + "/" + request).body();
            assertThat(view.get("timeline")
                            .valueStream()
                            .map(step -> step.get("act").asString()))
                    .containsExactly("WARN", "ESCALATE", "ESCALATE", "ESCALATE");
            assertThat(view.at("/addressees/0/escalation").asInt()).isEqualTo(3);
        }
        assertThat(first.get(REQUESTS + "/" + asked)
                        .body()
                        .at("/addressees/0/deadline/paused")
                        .asBoolean())
                .isTrue();
    }

    private static List<String> each(List<String> requests, String what) {
        return requests.stream().map(request -> request + " " + what).toList();
    }

    /** What both said, once so much time had passed and each had looked at the clocks several times. */
    private static List<String> rounds(TestDesk one, TestDesk other, String later) {
        one.clock().turnOn(later);
        other.clock().turnOn(later);
        Deliveries.atOnce(6, caller -> {
            (caller % 2 == 0 ? one : other).clockRound();
            return true;
        });
        return Stream.of(one, other)
                .flatMap(desk -> desk.mailbag().take().stream())
                .map(letter -> (CoopEvent) letter.event())
                .map(event -> "%s %s %d"
                        .formatted(event.getRequestId(), event.getAct().orElseThrow(), event.getEscalationLevel()))
                .toList();
    }

    @Test
    void letOneOfManyOfficersWinAndTellTheOthersWhatChangedRoundAfterRound() {
        TestDesk first = desks.unodc;
        TestDesk second = another();
        String id = submitted(first);
        act(first, id, "acknowledge", Map.of("version", 0));
        first.mailbag().take();

        for (int round = 1; round <= 40; round++) {
            int version = round;
            // Consulting moves nothing, so that the same acts can meet again and again.
            List<Answer> answers = Deliveries.atOnce(
                    4,
                    officer -> (officer % 2 == 0 ? first : second)
                            .post(
                                    REQUESTS + "/" + id + "/consult",
                                    Map.of(
                                            "version",
                                            version,
                                            "reasonCode",
                                            "NOT_IN_CONFORMITY",
                                            "reason",
                                            "Officer " + officer)));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409, 409, 409);
            JsonNode won = answers.stream()
                    .filter(answer -> answer.status() == 200)
                    .findFirst()
                    .orElseThrow()
                    .body()
                    .get("timeline")
                    .get(version);
            assertThat(answers).filteredOn(answer -> answer.status() == 409).allSatisfy(lost -> {
                assertThat(lost.body().get("last")).isEqualTo(won);
                assertThat(lost.body().at("/now/version").asInt()).isEqualTo(version + 1);
            });
        }
        assertThat(Stream.of(first, second)
                        .mapToInt(desk -> desk.mailbag().take().size())
                        .sum())
                .isEqualTo(40);
    }

    /** From tomorrow's point of view nobody works for ten days; the day after them begins at midnight in Tokyo. */
    @Test
    void countWorkingDaysOfTheAddresseeByItsHolidaysAndItsZone(@TempDir Path folder) throws IOException {
        LocalDate today = LocalDate.now(TOKYO);
        Path holidays = Files.write(
                folder.resolve("holidays.txt"),
                IntStream.rangeClosed(0, 10)
                        .mapToObj(days -> today.plusDays(days) + " Festival")
                        .toList());
        LocalDate firstWorkingDay = Stream.iterate(today.plusDays(11), day -> day.plusDays(1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .findFirst()
                .orElseThrow();
        Instant begins = firstWorkingDay.atStartOfDay(TOKYO).toInstant();
        TestDesk desk = another(
                "--heliograph.clocks.zone=Asia/Tokyo",
                "--heliograph.clocks.holidays=" + holidays,
                "--heliograph.clocks.paces.technical.acknowledge=1d");

        String id = submitted(desk);
        desk.clock().turnOn("P9D");
        desk.clockRound();

        assertThat(desk.mailbag().take()).isEmpty();
        JsonNode deadline = desk.get(REQUESTS + "/" + id).body().at("/addressees/0/deadline");
        assertThat(Instant.parse(deadline.get("dueAt").asString())).isEqualTo(begins.plus(Duration.ofDays(1)));
        assertThat(deadline.get("overdue").asBoolean()).isFalse();
        desk.clock()
                .turnOn(Duration.between(desk.clock().instant(), begins.plus(Duration.ofHours(19)))
                        .toString());
        desk.clockRound();
        assertThat(desk.mailbag().take())
                .singleElement()
                .satisfies(letter ->
                        assertThat(((CoopEvent) letter.event()).getRequestId()).isEqualTo(UUID.fromString(id)));
    }

    private String submitted(TestDesk to) {
        String id =
                xa.post(REQUESTS, Requests.to("unodc")).body().get("requestId").asString();
        Deliveries.deliver(xa.mailbag().take(), to);
        return id;
    }

    private static void act(TestDesk desk, String id, String act, Map<String, ?> body) {
        Answer answer = desk.post(REQUESTS + "/" + id + "/" + act, body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    }
}
