package org.heliograph.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final WorkCalendar CALENDAR = new WorkCalendar(
            PARIS, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(LocalDate.parse("2026-12-25")));

    @Test
    void threeDaysFromFridayAtTenEndOnWednesdayAtTen() {
        assertThat(CALENDAR.plus(at("2026-11-27T10:00"), Duration.ofDays(3))).isEqualTo(at("2026-12-02T10:00"));
    }

    @Test
    void whatComesOnADayOffBeginsWithTheNextDayThatCounts() {
        assertThat(CALENDAR.plus(at("2026-11-28T15:00"), Duration.ofHours(2))).isEqualTo(at("2026-11-30T02:00"));
    }

    @Test
    void aHolidayDoesNotCount() {
        assertThat(CALENDAR.plus(at("2026-12-24T12:00"), Duration.ofDays(1))).isEqualTo(at("2026-12-28T12:00"));
    }

    @Test
    void aDayIsThatOfTheZone() {
        Instant fridayNightInParis = Instant.parse("2026-11-27T23:30:00Z");

        assertThat(CALENDAR.plus(fridayNightInParis, Duration.ofMinutes(1))).isEqualTo(at("2026-11-30T00:01"));
    }

    @Test
    void countsFromOneTimeToAnotherWhatItAdds() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Instant start = at("2026-10-01T00:00").plusSeconds(random.nextInt(180 * 86_400));
            Duration work = Duration.ofSeconds(random.nextInt(40 * 86_400));

            assertThat(CALENDAR.between(start, CALENDAR.plus(start, work))).isEqualTo(work);
        }
    }

    @Test
    void allTimeCountsWhereNothingIsOff() {
        Instant start = at("2026-10-24T12:00");

        assertThat(WorkCalendar.ALWAYS.plus(start, Duration.ofDays(30))).isEqualTo(start.plus(Duration.ofDays(30)));
    }

    @Test
    void aWeekHasADayToWorkOn() {
        assertThatThrownBy(() -> new WorkCalendar(PARIS, EnumSet.allOf(DayOfWeek.class), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected one at least");
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(PARIS).toInstant();
    }
}
