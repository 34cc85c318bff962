package org.heliograph.iom.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void takesAMonthThatTheRecordsDoNotReachTheEndOfAsIncomplete() {
        Coverage coverage = coverage("2024-01-03", "2024-02-11", "2024-03-28");

        assertThat(coverage.isComplete(YearMonth.of(2024, 1))).isTrue();
        assertThat(coverage.isComplete(YearMonth.of(2024, 2))).isTrue();
        assertThat(coverage.isComplete(YearMonth.of(2024, 3))).isFalse();
        assertThat(coverage.newestComplete(TODAY)).contains(YearMonth.of(2024, 2));
    }

    @Test
    void takesAMonthThatTheRecordsBeginInAsIncomplete() {
        assertThat(coverage("2024-01-04", "2024-02-29").complete(TODAY)).containsExactly(YearMonth.of(2024, 2));
    }

    @Test
    void aMonthThatIsNotOverIsNotComplete() {
        assertThat(coverage("2026-10-01", "2026-11-30").newestComplete(LocalDate.of(2026, 11, 30)))
                .contains(YearMonth.of(2026, 10));
    }

    @Test
    void countsTheMonthsThatAreAbsent() {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (int month = 1; month <= 12; month++) {
            days.add(LocalDate.of(2023, month, 1));
        }
        days.add(LocalDate.of(2024, 3, 31));

        assertThat(Coverage.of(days).gapsBefore(YearMonth.of(2024, 1))).isZero();
        assertThat(Coverage.of(days).gapsBefore(YearMonth.of(2024, 3))).isEqualTo(2);
    }

    private static Coverage coverage(String... days) {
        return Coverage.of(
                new TreeSet<>(List.of(days).stream().map(LocalDate::parse).toList()));
    }
}
