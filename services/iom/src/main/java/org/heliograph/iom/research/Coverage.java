package org.heliograph.iom.research;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The months for which there are records at all. A month without a single record, of whatever route, is a gap: then the
 * data is absent, not the deaths.
 *
 * @param months whether the records of a month cover all of it
 */
record Coverage(NavigableMap<YearMonth, Boolean> months) {

    /** A file is taken to cover a month at its edge if it has a record in its first, or last, three days. */
    private static final int EDGE_DAYS = 3;

    Coverage {
        months = Collections.unmodifiableNavigableMap(new TreeMap<>(months));
    }

    static Coverage of(SortedSet<LocalDate> days) {
        NavigableMap<YearMonth, Boolean> months = new TreeMap<>();
        days.forEach(day -> months.put(YearMonth.from(day), true));
        if (!days.isEmpty()) {
            LocalDate first = days.first();
            LocalDate last = days.last();
            months.computeIfPresent(YearMonth.from(first), (_, _) -> first.getDayOfMonth() <= EDGE_DAYS);
            months.computeIfPresent(
                    YearMonth.from(last),
                    (_, complete) -> complete && last.getDayOfMonth() > last.lengthOfMonth() - EDGE_DAYS);
        }
        return new Coverage(months);
    }

    boolean isComplete(YearMonth month) {
        return months.getOrDefault(month, false);
    }

    /** The newest month that is complete and over. */
    Optional<YearMonth> newestComplete(LocalDate today) {
        return complete(today).isEmpty()
                ? Optional.empty()
                : Optional.of(complete(today).last());
    }

    SortedSet<YearMonth> complete(LocalDate today) {
        SortedSet<YearMonth> complete = new TreeSet<>();
        months.forEach((month, whole) -> {
            if (whole && month.atEndOfMonth().isBefore(today)) {
                complete.add(month);
            }
        });
        return complete;
    }

    /** How many of the twelve months before are not completely covered. */
    long gapsBefore(YearMonth month) {
        long gaps = 0;
        for (int back = 1; back <= 12; back++) {
            gaps += isComplete(month.minusMonths(back)) ? 0 : 1;
        }
        return gaps;
    }
}
