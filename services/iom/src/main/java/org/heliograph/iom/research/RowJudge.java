package org.heliograph.iom.research;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Judges the rows of one file, in their order. Not safe for use by many threads. */
final class RowJudge {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    /** The publisher writes thousands as 1,022. */
    private static final Pattern COUNT = Pattern.compile("-?([0-9]{1,6}|[0-9]{1,3},[0-9]{3})");

    private static final Pattern COORDINATES =
            Pattern.compile("(-?[0-9]{1,3}(?:\\.[0-9]{1,15})?) *, *(-?[0-9]{1,3}(?:\\.[0-9]{1,15})?)");
    private static final int MOST_PERSONS = 10_000;
    private static final int EARLIEST_YEAR = 1990;

    private final Set<String> taken = new HashSet<>();
    private final LocalDate today;

    RowJudge(LocalDate today) {
        this.today = today;
    }

    Judged judge(RawRow row) {
        String id = row.text(RawRow.ID);
        if (!ID.matcher(id).matches()) {
            return new Judged.Aside(row.number(), null, SetAside.UNREADABLE_ID);
        }
        if (taken.contains(id)) {
            return new Judged.Aside(row.number(), id, SetAside.REPEATED_ID);
        }
        try {
            IncidentRecord incident = incident(row, id);
            taken.add(id);
            return new Judged.Taken(incident);
        } catch (Unfit unfit) {
            return new Judged.Aside(row.number(), id, unfit.reason);
        }
    }

    private IncidentRecord incident(RawRow row, String id) throws Unfit {
        LocalDate date = date(row.text(RawRow.DATE));
        Counts counts = counts(row);
        coordinates(row.text(RawRow.COORDINATES));
        Group group = Group.of(row.text(RawRow.ROUTE), row.text(RawRow.REGION))
                .orElseThrow(() -> new Unfit(SetAside.UNREADABLE_PLACE));
        return new IncidentRecord(row.number(), id, date, group, counts);
    }

    private LocalDate date(String text) throws Unfit {
        require(!text.isEmpty(), SetAside.BLANK_DATE);
        require(DAY.matcher(text).matches(), SetAside.UNREADABLE_DATE);
        try {
            LocalDate date = LocalDate.parse(text);
            require(date.getYear() >= EARLIEST_YEAR && !date.isAfter(today), SetAside.UNREADABLE_DATE);
            return date;
        } catch (DateTimeException e) {
            throw new Unfit(SetAside.UNREADABLE_DATE);
        }
    }

    private static Counts counts(RawRow row) throws Unfit {
        Integer total = count(row.text(RawRow.TOTAL));
        Counts counts = new Counts(
                count(row.text(RawRow.DEAD)),
                count(row.text(RawRow.MISSING)),
                count(row.text(RawRow.SURVIVORS)),
                count(row.text(RawRow.WOMEN)),
                count(row.text(RawRow.MEN)),
                count(row.text(RawRow.CHILDREN)));
        for (@Nullable
        Integer count : new @Nullable Integer[] {
            total, counts.dead(), counts.missing(), counts.survivors(), counts.women(), counts.men(), counts.children()
        }) {
            require(orZero(count) >= 0, SetAside.NEGATIVE_COUNT);
        }
        int persons = orZero(counts.dead()) + orZero(counts.missing());
        require(total == null || total == persons, SetAside.TOTAL_DIFFERS);
        require(orZero(counts.women()) + orZero(counts.men()) <= persons, SetAside.SEXES_BEYOND_TOTAL);
        require(orZero(counts.children()) <= persons, SetAside.CHILDREN_BEYOND_TOTAL);
        return counts;
    }

    private static @Nullable Integer count(String text) throws Unfit {
        if (text.isEmpty()) {
            return null;
        }
        require(COUNT.matcher(text).matches(), SetAside.UNREADABLE_COUNT);
        int count = Integer.parseInt(text.replace(",", ""));
        require(count <= MOST_PERSONS, SetAside.UNREADABLE_COUNT);
        return count;
    }

    private static void coordinates(String text) throws Unfit {
        Optional<Matcher> parts = Optional.of(COORDINATES.matcher(text)).filter(Matcher::matches);
        require(
                parts.isPresent()
                        && Math.abs(Double.parseDouble(parts.get().group(1))) <= 90
                        && Math.abs(Double.parseDouble(parts.get().group(2))) <= 180,
                SetAside.UNREADABLE_COORDINATES);
    }

    private static int orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    private static void require(boolean fits, SetAside otherwise) throws Unfit {
        if (!fits) {
            throw new Unfit(otherwise);
        }
    }

    private static final class Unfit extends Exception {

        private static final long serialVersionUID = 1L;

        private final SetAside reason;

        Unfit(SetAside reason) {
            super(reason.text(), null, false, false);
            this.reason = reason;
        }
    }
}
