package org.heliograph.iom.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.events.GeoLevel;
import org.heliograph.iom.research.DeathsRise.NoRise;
import org.heliograph.iom.research.DeathsRise.Rise;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files as they were published, where they lie beside the checkout; they are not part of it. */
class RealDataTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Path DATA = Path.of(Objects.requireNonNullElse(
            System.getProperty("heliograph.data.missing-migrants"), "../../../shared/data/missing-migrants"));

    @BeforeAll
    static void needsTheFiles() {
        assumeTrue(
                Files.isDirectory(DATA),
                () -> "skipped: the Missing Migrants files are not at " + DATA + " (see docs/testing.md)");
    }

    /** Figures worked out independently, by a script of its own. */
    @ParameterizedTest
    @CsvSource({
        "2014, 535, 524, 11, 0, 0",
        "2015, 855, 819, 31, 2, 2",
        "2016, 1293, 1278, 13, 1, 1",
        "2017, 1357, 1338, 15, 1, 3",
        "2018, 1684, 1628, 41, 3, 12",
        "2019, 1832, 1800, 22, 1, 7",
        "2024, 1034, 981, 52, 1, 0",
        "2025, 975, 912, 58, 0, 5"
    })
    void accountsForEachFile(int year, long read, long taken, long repeated, long negative, long sexes)
            throws Exception {
        Accounting account = read(year).accounting;

        assertThat(account.read()).isEqualTo(read);
        assertThat(account.taken()).isEqualTo(taken);
        assertThat(account.setAside().getOrDefault(SetAside.REPEATED_ID, 0L)).isEqualTo(repeated);
        assertThat(account.setAside().getOrDefault(SetAside.NEGATIVE_COUNT, 0L)).isEqualTo(negative);
        assertThat(account.setAside().getOrDefault(SetAside.SEXES_BEYOND_TOTAL, 0L))
                .isEqualTo(sexes);
    }

    @Test
    void accountsForAllFilesTogether() throws Exception {
        Accounting account = all().accounting;

        assertThat(account.read()).isEqualTo(9_565);
        assertThat(account.taken()).isEqualTo(9_280);
        assertThat(account.setAside())
                .isEqualTo(Map.of(
                        SetAside.UNREADABLE_ID, 1L,
                        SetAside.REPEATED_ID, 243L,
                        SetAside.BLANK_DATE, 1L,
                        SetAside.NEGATIVE_COUNT, 9L,
                        SetAside.SEXES_BEYOND_TOTAL, 30L,
                        SetAside.CHILDREN_BEYOND_TOTAL, 1L));
    }

    @Test
    void countsEachRecordInExactlyOneGroup() throws Exception {
        Seen seen = all();

        assertThat(seen.tallies.values().stream()
                        .mapToInt(tally -> tally.of(Indicator.INCIDENTS))
                        .sum())
                .isEqualTo(9_280);
        assertThat(seen.tallies).hasSize(1_400);
    }

    @Test
    void givesNothingAwayOfTheRealFigures() throws Exception {
        assertThat(all().tallies.values())
                .allSatisfy(tally -> assertThat(Worlds.exposed(tally)).isEmpty());
    }

    @Test
    void aReplayFindsAFewRisesAndNoneWhereTheYearBeforeIsAbsent() throws Exception {
        Seen seen = all();
        Coverage coverage = Coverage.of(seen.days);
        Map<String, Map<YearMonth, Map<Indicator, Cell>>> routes = new TreeMap<>();
        seen.tallies.values().stream()
                .filter(tally -> tally.group().level() == GeoLevel.ROUTE)
                .forEach(tally -> routes.computeIfAbsent(tally.group().code(), _ -> new HashMap<>())
                        .put(tally.month(), Disclosure.release(tally)));
        int rises = 0;
        for (Map<YearMonth, Map<Indicator, Cell>> route : routes.values()) {
            for (YearMonth month : route.keySet()) {
                DeathsRise.Outcome outcome = DeathsRise.of(month, route, coverage);
                rises += outcome instanceof Rise ? 1 : 0;
                if (month.getYear() >= 2024 || month.getYear() == 2014) {
                    assertThat(outcome).as("%s", month).isEqualTo(NoRise.GAP);
                }
            }
        }
        assertThat(rises).isEqualTo(16);
    }

    private static final class Seen {

        private Accounting accounting = Accounting.NOTHING;
        private final Map<String, Tally> tallies = new TreeMap<>();
        private final TreeSet<LocalDate> days = new TreeSet<>();

        private void add(Judged judged) {
            accounting = accounting.plus(judged);
            if (judged instanceof Judged.Taken(IncidentRecord incident)) {
                days.add(incident.date());
                Group group = incident.group();
                tallies.merge(
                        incident.month() + " " + group.level() + " " + group.code(),
                        Tally.empty(group, incident.month()).plus(incident.counts()),
                        (sum, _) -> sum.plus(incident.counts()));
            }
        }
    }

    private static Seen all() throws Exception {
        Seen seen = new Seen();
        for (int year : new int[] {2014, 2015, 2016, 2017, 2018, 2019, 2024, 2025}) {
            read(year, seen);
        }
        return seen;
    }

    private static Seen read(int year) throws Exception {
        Seen seen = new Seen();
        read(year, seen);
        return seen;
    }

    private static void read(int year, Seen seen) throws IOException, MalformedFileException {
        RowJudge judge = new RowJudge(TODAY);
        try (InputStream file = Files.newInputStream(DATA.resolve(year + ".json"))) {
            RowReader.read(file, row -> seen.add(judge.judge(row)));
        }
    }
}
