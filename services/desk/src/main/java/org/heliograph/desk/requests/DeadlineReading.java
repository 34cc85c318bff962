package org.heliograph.desk.requests;

import java.time.Instant;
import java.util.Optional;
import org.heliograph.cooperation.Deadline;
import org.heliograph.cooperation.RequestClock;

/**
 * By when an addressee owes what.
 *
 * @param dueAt while paused, where it would be if time ran on from now
 * @param paused whether time does not run against the addressee now
 */
public record DeadlineReading(Deadline.Duty duty, Instant dueAt, boolean overdue, boolean paused) {

    /** Empty where nothing is owed. */
    static Optional<DeadlineReading> of(RequestClock.Reading reading, Instant now) {
        return reading.deadline()
                .map(deadline -> new DeadlineReading(
                        deadline.duty(),
                        deadline.dueAt(),
                        !reading.paused() && deadline.dueAt().isBefore(now),
                        reading.paused()));
    }
}
