package org.heliograph.events.series;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days of which an observation speaks, in UTC.
 *
 * @param first day included
 * @param last day included, not before the first
 */
public record ObservationPeriod(LocalDate first, LocalDate last) {

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern DAYS = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})/([0-9]{4}-[0-9]{2}-[0-9]{2})");

    /** Reads {@code 2024}, {@code 2024-07} or {@code 2024-07-01/2024-09-30}; empty if it is none of them. */
    public static Optional<ObservationPeriod> parse(String text) {
        try {
            return read(text).filter(period -> !period.last.isBefore(period.first));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ObservationPeriod> read(String text) {
        if (YEAR.matcher(text).matches()) {
            Year year = Year.parse(text);
            return Optional.of(new ObservationPeriod(year.atDay(1), year.atDay(year.length())));
        }
        if (MONTH.matcher(text).matches()) {
            YearMonth month = YearMonth.parse(text);
            return Optional.of(new ObservationPeriod(month.atDay(1), month.atEndOfMonth()));
        }
        Matcher days = DAYS.matcher(text);
        return days.matches()
                ? Optional.of(new ObservationPeriod(LocalDate.parse(days.group(1)), LocalDate.parse(days.group(2))))
                : Optional.empty();
    }
}
