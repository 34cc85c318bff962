package org.heliograph.cooperation;

import java.time.Duration;
import org.heliograph.cooperation.Deadline.Duty;

/**
 * How fast a request has to be dealt with.
 *
 * @param acknowledge from submission
 * @param decide from submission
 * @param escalate from a missed deadline to the first level of escalation, and from each level to the next; zero
 *     escalates to the third level at once
 * @param workingDays whether only working days of the addressee count
 */
public record Pace(Duration acknowledge, Duration decide, Duration escalate, boolean workingDays) {

    /** @throws IllegalArgumentException for a span that is not positive, or a decision before the acknowledgement */
    public Pace {
        if (!acknowledge.isPositive() || decide.compareTo(acknowledge) < 0 || escalate.isNegative()) {
            throw new IllegalArgumentException(
                    "found acknowledge %s, decide %s, escalate %s; expected 0 < acknowledge <= decide and escalate >= 0"
                            .formatted(acknowledge, decide, escalate));
        }
    }

    /** The spans of the protocol, for those who set none of their own. */
    public static Pace standard(ClockKind kind) {
        return switch (kind) {
            case VESSEL -> new Pace(Duration.ofMinutes(30), Duration.ofHours(4), Duration.ofHours(1), false);
            case PROTECTION_EMERGENCY -> new Pace(Duration.ofHours(1), Duration.ofHours(24), Duration.ZERO, false);
            case PROTECTION_URGENT -> new Pace(Duration.ofHours(8), Duration.ofHours(72), Duration.ZERO, false);
            case PROTECTION_NORMAL -> new Pace(Duration.ofHours(24), Duration.ofDays(14), Duration.ZERO, false);
            case URGENT_LAW_ENFORCEMENT ->
                new Pace(Duration.ofHours(2), Duration.ofHours(8), Duration.ofHours(4), false);
            case IDENTITY -> new Pace(Duration.ofHours(24), Duration.ofDays(7), Duration.ofDays(3), false);
            case JUDICIAL -> new Pace(Duration.ofHours(24), Duration.ofDays(14), Duration.ofDays(7), true);
            case TECHNICAL -> new Pace(Duration.ofDays(3), Duration.ofDays(30), Duration.ofDays(10), true);
        };
    }

    Duration span(Duty duty) {
        return switch (duty) {
            case ACKNOWLEDGE -> acknowledge;
            case DECIDE -> decide;
        };
    }
}
