package org.heliograph.cooperation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * Counts time on some days and not on others. A day that counts does so from midnight to midnight in the zone, so three
 * days from Friday at ten end on Wednesday at ten.
 *
 * @param rest days of the week that do not count; never all
 * @param holidays further days that do not count
 */
public record WorkCalendar(ZoneId zone, Set<DayOfWeek> rest, Set<LocalDate> holidays) {

    /** All time counts. */
    public static final WorkCalendar ALWAYS = new WorkCalendar(ZoneOffset.UTC, Set.of(), Set.of());

    /** @throws IllegalArgumentException if no day of the week is left to work on */
    public WorkCalendar {
        rest = Set.copyOf(rest);
        holidays = Set.copyOf(holidays);
        if (rest.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("found no working day in the week, expected one at least");
        }
    }

    /** When so much time that counts has passed since the start; the start itself for no time. */
    public Instant plus(Instant start, Duration work) {
        Instant cursor = start;
        Duration left = work;
        while (left.isPositive()) {
            LocalDate day = day(cursor);
            Instant end = midnight(day.plusDays(1));
            if (counts(day)) {
                Duration rest = Duration.between(cursor, end);
                if (left.compareTo(rest) <= 0) {
                    return cursor.plus(left);
                }
                left = left.minus(rest);
            }
            cursor = end;
        }
        return cursor;
    }

    /** Time that counts from the start to the end; zero if the end is not later. */
    public Duration between(Instant start, Instant end) {
        Duration counted = Duration.ZERO;
        Instant cursor = start;
        while (cursor.isBefore(end)) {
            LocalDate day = day(cursor);
            Instant midnight = midnight(day.plusDays(1));
            Instant next = midnight.isBefore(end) ? midnight : end;
            if (counts(day)) {
                counted = counted.plus(Duration.between(cursor, next));
            }
            cursor = next;
        }
        return counted;
    }

    private boolean counts(LocalDate day) {
        return !rest.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
