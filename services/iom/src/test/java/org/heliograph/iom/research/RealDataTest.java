package org.heliograph.iom.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.heliograph.iom.research.DeathsRise.NoRise;
import org.heliograph.iom.research.DeathsRise.Rise;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files as they were published, where they lie beside the checkout; they are not part of it. */
class RealDataTest {

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
        Accounting account = Reading.of(file(year)).account();

        assertThat(account.read()).isEqualTo(read);
        assertThat(account.taken()).isEqualTo(taken);
        assertThat(account.setAside().getOrDefault(SetAside.REPEATED_ID, 0L)).isEqualTo(repeated);
        assertThat(account.setAside().getOrDefault(SetAside.NEGATIVE_COUNT, 0L)).isEqualTo(negative);
        assertThat(account.setAside().getOrDefault(SetAside.SEXES_BEYOND_TOTAL, 0L))
                .isEqualTo(sexes);
    }

    @Test
    void accountsForAllFilesTogether() throws Exception {
        Accounting account = all().account();

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
        Collection<Tally> tallies = all().tallies();

        assertThat(tallies.stream()
                        .mapToInt(tally -> tally.of(Indicator.INCIDENTS))
                        .sum())
                .isEqualTo(9_280);
        assertThat(tallies).hasSize(1_400);
    }

    @Test
    void givesNothingAwayOfTheRealFigures() throws Exception {
        assertThat(all().tallies())
                .allSatisfy(tally -> assertThat(Worlds.exposed(tally)).isEmpty());
    }

    @Test
    void aReplayFindsAFewRisesAndNoneWhereTheYearBeforeIsAbsent() throws Exception {
        List<Reading.Judgement> judgements = all().judgements();

        assertThat(judgements)
                .filteredOn(judgement -> judgement.outcome() instanceof Rise)
                .hasSize(16);
        assertThat(judgements)
                .filteredOn(judgement ->
                        judgement.month().getYear() >= 2024 || judgement.month().getYear() == 2014)
                .hasSizeGreaterThan(100)
                .allSatisfy(judgement -> assertThat(judgement.outcome())
                        .as("%s", judgement.month())
                        .isEqualTo(NoRise.GAP));
    }

    @Test
    void theInventedSampleHasTheFormOfTheNewestFile() throws Exception {
        JsonMapper json = new JsonMapper();
        JsonNode real = json.readTree(Files.readString(file(2025)));
        JsonNode invented = json.readTree(Files.readString(InventedSampleTest.SAMPLE));

        for (JsonNode row : invented) {
            assertThat(row.propertyNames())
                    .containsExactlyElementsOf(real.get(0).propertyNames());
            assertThat(row.valueStream()).allMatch(JsonNode::isString);
        }
    }

    private static Path file(int year) {
        return DATA.resolve(year + ".json");
    }

    private static Reading all() throws Exception {
        return Reading.of(IntStream.of(2014, 2015, 2016, 2017, 2018, 2019, 2024, 2025)
                .mapToObj(RealDataTest::file)
                .toArray(Path[]::new));
    }
}
