package org.heliograph.iom.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.iom.research.Indicator.CHILDREN;
import static org.heliograph.iom.research.Indicator.DEAD;
import static org.heliograph.iom.research.Indicator.INCIDENTS;
import static org.heliograph.iom.research.Indicator.MEN;
import static org.heliograph.iom.research.Indicator.MISSING;
import static org.heliograph.iom.research.Indicator.SURVIVORS;
import static org.heliograph.iom.research.Indicator.WOMEN;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DisclosureTest {

    private static final Random RANDOM = new Random(20261124);

    @Test
    void tellsElevenPersonsAndHidesTen() {
        assertThat(told(Worlds.tally(11, 10, 11, 0, 0, 0, 3))).containsExactly(DEAD, SURVIVORS);
    }

    @Test
    void tellsAllWhereAllAreMany() {
        Map<Indicator, Cell> cells = Disclosure.release(Worlds.tally(60, 20, 33, 15, 40, 12, 14));

        assertThat(cells.get(DEAD)).isEqualTo(Cell.of(60, 60));
        assertThat(cells.get(WOMEN)).isEqualTo(Cell.of(15, 15));
        assertThat(cells.get(INCIDENTS)).isEqualTo(Cell.of(14, 80));
        assertThat(cells.values()).noneMatch(Cell::suppressed);
    }

    @Test
    void hidesASexWhereTheOtherWouldTellOfIt() {
        assertThat(told(Worlds.tally(30, 0, 0, 20, 10, 0, 5))).containsExactly(DEAD);
        assertThat(told(Worlds.tally(31, 0, 0, 20, 10, 0, 5))).containsExactly(DEAD, WOMEN);
        assertThat(told(Worlds.tally(50, 0, 0, 20, 25, 0, 5))).containsExactly(DEAD);
    }

    @Test
    void hidesIncidentsThatWouldTellOfHiddenPersons() {
        assertThat(told(Worlds.tally(22, 9, 0, 0, 0, 0, 12))).containsExactly(DEAD);
        assertThat(told(Worlds.tally(23, 9, 0, 0, 0, 0, 12))).containsExactly(DEAD, INCIDENTS);
        assertThat(Disclosure.release(Worlds.tally(23, 9, 0, 0, 0, 0, 12)).get(INCIDENTS))
                .as("its n does not give away the missing")
                .isEqualTo(Cell.of(12, 23));
    }

    @Test
    void hidesChildrenWhereTheAdultsWouldBeFew() {
        assertThat(told(Worlds.tally(21, 0, 0, 0, 0, 11, 1))).containsExactly(DEAD);
        assertThat(told(Worlds.tally(22, 0, 0, 0, 0, 11, 1))).containsExactly(DEAD, CHILDREN);
    }

    static Stream<Tally> tallies() {
        return IntStream.range(0, 3_000).mapToObj(_ -> Worlds.random(RANDOM));
    }

    /** The attacker knows the rules, all that is published, and that no figure contradicts another. */
    @Test
    void anAttackerCannotRuleOutAnySmallNumberBehindASuppressedFigure() {
        assertThat(tallies())
                .allSatisfy(tally ->
                        assertThat(Worlds.exposed(tally)).as(tally.toString()).isEmpty());
    }

    /** As above; the attacker kept what was published before, and knows that records were only added since. */
    @Test
    void norWithWhatWasPublishedBeforeACorrection() {
        tallies().limit(1_000).forEach(before -> {
            Tally after = Worlds.grown(before, RANDOM);
            assertThat(Worlds.exposedByGrowth(before, after))
                    .as("%s then %s", before, after)
                    .isEmpty();
        });
    }

    /** Shows that the attacker is no straw man: without the secondary rules it finds what is hidden. */
    @ParameterizedTest
    @MethodSource("leaks")
    void theAttackerFindsWhatLooserRulesWouldGiveAway(Tally tally, Indicator indicator) {
        assertThat(Worlds.exposed(tally, DisclosureTest::onlyPrimary)).contains(indicator);
    }

    static Stream<List<Object>> leakCases() {
        return Stream.of(
                List.of(Worlds.tally(30, 12, 0, 38, 2, 0, 5), MEN),
                List.of(Worlds.tally(12, 6, 0, 0, 0, 0, 18), MISSING),
                List.of(Worlds.tally(12, 6, 0, 0, 0, 17, 2), MISSING));
    }

    static Stream<Arguments> leaks() {
        return leakCases().map(each -> Arguments.of(each.toArray()));
    }

    private static Map<Indicator, Cell> onlyPrimary(Tally tally) {
        Map<Indicator, Cell> cells = new EnumMap<>(Indicator.class);
        for (Indicator indicator : Indicator.values()) {
            int value = tally.of(indicator);
            cells.put(indicator, value < Disclosure.FEWEST ? Cell.SUPPRESSED : Cell.of(value, value));
        }
        return cells;
    }

    private static Set<Indicator> told(Tally tally) {
        Set<Indicator> told = new TreeSet<>();
        Disclosure.release(tally).forEach((indicator, cell) -> {
            if (!cell.suppressed()) {
                told.add(indicator);
            }
        });
        return told;
    }
}
