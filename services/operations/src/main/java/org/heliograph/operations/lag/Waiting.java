package org.heliograph.operations.lag;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits in an inbox, by what the gate wrote of its decision; nothing of what it says.
 *
 * @param eventId {@code null} if the gate could not read it
 * @param eventType such as {@code coop.request}; of what takes an earlier copy away, the type of that which ordered it
 * @param released when the gate wrote it
 * @param dueFrom when the clock against its recipient may run out at the earliest; {@code null} for what has no clock
 */
public record Waiting(
        @Nullable String eventId,
        String eventType,
        Urgency priority,
        Instant released,
        @Nullable Instant dueFrom) {

    /** What runs out first, then what is most urgent, then what has waited longest. */
    static final Comparator<Waiting> FIRST_THINGS_FIRST = Comparator.comparing(
                    Waiting::dueFrom, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Waiting::priority)
            .thenComparing(Waiting::released);

    /** As the originator has it; the most urgent first. */
    public enum Urgency {
        FLASH,
        HIGH,
        MEDIUM,
        LOW,
        UNKNOWN;

        /** Whether somebody has to be told at once if it lies unread. */
        public boolean isUrgent() {
            return this == FLASH || this == HIGH;
        }

        /** {@link #UNKNOWN} for a word that is none of these. */
        public static Urgency of(@Nullable String priority) {
            for (Urgency one : values()) {
                if (one.name().equals(priority)) {
                    return one;
                }
            }
            return UNKNOWN;
        }
    }
}
