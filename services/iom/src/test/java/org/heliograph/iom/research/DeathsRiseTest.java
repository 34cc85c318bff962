package org.heliograph.iom.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heliograph.iom.research.DeathsRise.NoRise;
import org.heliograph.iom.research.DeathsRise.Rise;
import org.junit.jupiter.api.Test;

class DeathsRiseTest {

    private static final YearMonth MONTH = YearMonth.of(2019, 6);
    /** Mean 22, variance 79.64: more scattered than by chance alone, as real months are. */
    private static final List<Integer> SCATTERED = List.of(12, 30, 15, 22, 40, 11, 18, 25, 33, 14, 20, 24);

    private final Map<YearMonth, Map<Indicator, Cell>> released = new HashMap<>();
    private final TreeMap<YearMonth, Boolean> months = new TreeMap<>();

    DeathsRiseTest() {
        for (int back = 0; back <= 12; back++) {
            months.put(MONTH.minusMonths(back), true);
        }
    }

    @Test
    void theUpperTailIsTheKnownOne() {
        // Computed with the gamma function, 0.00034150889967, and from tables of the Poisson distribution.
        assertThat(UpperTail.probability(22, 79.63636363636364, 64)).isCloseTo(0.00034150889967, within(1e-12));
        assertThat(UpperTail.probability(10, 0, 22)).isCloseTo(0.00069965, within(1e-8));
        assertThat(UpperTail.probability(10, 10, 0)).isEqualTo(1);
        assertThat(UpperTail.probability(0, 0, 11)).isZero();
        assertThat(UpperTail.probability(2_000, 1_000, 2_000)).isBetween(0.4, 0.6);
    }

    @Test
    void alertsFromTheFirstCountThatIsFarAboveAScatteredYear() {
        assertThat(judge(SCATTERED, 62)).isEqualTo(NoRise.NOT_FAR_ABOVE);
        assertThat(judge(SCATTERED, 63))
                .isInstanceOfSatisfying(
                        Rise.class,
                        rise -> assertThat(rise.findings()).singleElement().satisfies(finding -> {
                            assertThat(finding.indicator()).isEqualTo(Indicator.DEAD);
                            assertThat(finding.value()).isEqualTo(63);
                            assertThat(finding.mean()).isEqualTo(22);
                            assertThat(finding.hidden()).isZero();
                            assertThat(finding.probability()).isCloseTo(0.0004254, within(1e-7));
                        }));
    }

    @Test
    void asksForTwiceTheMeanEvenWhereChanceIsUnlikely() {
        assertThat(judge(List.of(200, 201, 199, 200, 200, 200, 200, 200, 200, 200, 200, 200), 300))
                .isEqualTo(NoRise.NOT_FAR_ABOVE);
    }

    @Test
    void takesSuppressedMonthsAsTheMostThatCanBeHidden() {
        List<Integer> few = List.of(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2);

        assertThat(judge(few, 22)).isEqualTo(NoRise.NOT_FAR_ABOVE);
        assertThat(judge(few, 23)).isInstanceOfSatisfying(Rise.class, rise -> {
            assertThat(rise.findings().getFirst().mean()).isEqualTo(10);
            assertThat(rise.findings().getFirst().hidden()).isEqualTo(12);
        });
        assertThat(judge(few, 23))
                .as("whatever is hidden makes no difference")
                .isEqualTo(judge(List.of(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9), 23));
    }

    @Test
    void aSuppressedNewestMonthGivesNoAlert() {
        assertThat(judge(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), 10)).isEqualTo(NoRise.SUPPRESSED);
    }

    @Test
    void aMonthWithoutRecordsOfTheRouteCountsAsNone() {
        released.put(MONTH, cells(11));

        assertThat(DeathsRise.of(MONTH, released, new Coverage(months))).isInstanceOf(Rise.class);
    }

    @Test
    void aGapInTheTwelveMonthsGivesNoAlert() {
        released.put(MONTH, cells(500));
        months.remove(MONTH.minusMonths(12));
        assertThat(DeathsRise.of(MONTH, released, new Coverage(months))).isEqualTo(NoRise.GAP);

        months.put(MONTH.minusMonths(12), false);
        assertThat(DeathsRise.of(MONTH, released, new Coverage(months))).isEqualTo(NoRise.GAP);
    }

    private DeathsRise.Outcome judge(List<Integer> before, int newest) {
        for (int back = 1; back <= 12; back++) {
            released.put(MONTH.minusMonths(back), cells(before.get(back - 1)));
        }
        released.put(MONTH, cells(newest));
        return DeathsRise.of(MONTH, released, new Coverage(months));
    }

    private static Map<Indicator, Cell> cells(int dead) {
        return Disclosure.release(Worlds.tally(dead, 0, 0, 0, 0, 0, 1));
    }
}
