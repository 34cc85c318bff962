package org.heliograph.desk.directory;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hours of a desk within a day.
 *
 * @param from included
 * @param to excluded; after from
 */
public record DeskHours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    /** @throws IllegalArgumentException that says what is expected */
    public DeskHours {
        if (days == null || days.isEmpty() || from == null || to == null || !from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "hours: expected days, from and a later to, such as MONDAY, 08:00 and 16:00");
        }
        days = Set.copyOf(EnumSet.copyOf(days));
    }

    boolean cover(DayOfWeek day, LocalTime time) {
        return days.contains(day) && !time.isBefore(from) && time.isBefore(to);
    }
}
