package org.heliograph.iom.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RouteDisclosureTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final LocalDate LATER = LocalDate.of(2026, 12, 1);

    @Test
    void tellsFiguresThatAreLargeEnough() {
        assertThat(told(12, 200, 20, 11)).isEqualTo(new ToldMonth("north-bay", MARCH, 12, 200, 20, 11));
    }

    @Test
    void hidesFewPersons() {
        assertThat(told(3, 200, 10, 20)).isEqualTo(new ToldMonth("north-bay", MARCH, null, 200, null, 20));
    }

    @Test
    void hidesAFigureFromWhichFewCouldBeWorkedOut() {
        assertThat(told(1, 45, 20, 15)).isEqualTo(new ToldMonth("north-bay", MARCH, null, null, 20, 15));
    }

    @Test
    void hidesAnUnknownRouteAndMonthsOfWhichNothingIsTold() {
        assertThat(RouteDisclosure.tell(List.of(new RouteMonth(null, MARCH, 0, 50, 900, 50, 50)), LATER))
                .isEmpty();
        assertThat(RouteDisclosure.tell(List.of(month(50, 10, 5, null)), LATER)).isEmpty();
    }

    @Test
    void waitsUntilAMonthHasBeenOverForThirtyDays() {
        List<RouteMonth> months = List.of(month(12, 200, 20, 11));

        assertThat(RouteDisclosure.tell(months, LocalDate.of(2026, 4, 29))).isEmpty();
        assertThat(RouteDisclosure.tell(months, LocalDate.of(2026, 4, 30))).hasSize(1);
    }

    /** A reader knows the rules and that dead and missing are among the persons. */
    @Test
    void leavesNobodyAloneWhoIsLeftWhenToldFiguresAreSubtracted() {
        Random random = new Random(20);
        for (int round = 0; round < 100_000; round++) {
            int dead = random.nextInt(40);
            int missing = random.nextInt(40);
            int persons = dead + missing + random.nextInt(60);
            List<ToldMonth> told =
                    RouteDisclosure.tell(List.of(month(1 + random.nextInt(40), persons, dead, missing)), LATER);

            for (ToldMonth month : told) {
                for (Integer figure : Arrays.asList(month.persons(), month.dead(), month.missing())) {
                    assertThat(figure == null || figure >= RouteDisclosure.FEWEST)
                            .isTrue();
                }
                if (month.persons() != null) {
                    int rest = month.persons() - orZero(month.dead()) - orZero(month.missing());
                    assertThat(rest).isGreaterThanOrEqualTo(RouteDisclosure.FEWEST);
                }
            }
        }
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static ToldMonth told(int incidents, int persons, int dead, int missing) {
        return RouteDisclosure.tell(List.of(month(incidents, persons, dead, missing)), LATER)
                .getFirst();
    }

    private static RouteMonth month(
            int incidents, @Nullable Integer persons, @Nullable Integer dead, @Nullable Integer missing) {
        return new RouteMonth("north-bay", MARCH, 4, incidents, persons, dead, missing);
    }
}
