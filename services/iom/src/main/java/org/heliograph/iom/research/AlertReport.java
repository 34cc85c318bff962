package org.heliograph.iom.research;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.heliograph.events.Status;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking for a rise of deaths.
 *
 * @param newestCompleteMonth null if no month is complete and over
 */
record AlertReport(@Nullable YearMonth newestCompleteMonth, List<Raised> raised, List<NotRaised> notRaised) {

    AlertReport {
        raised = List.copyOf(raised);
        notRaised = List.copyOf(notRaised);
    }

    /** What was done about an alert. */
    enum Step {
        RAISED,
        CHANGED,
        UNCHANGED,
        WITHDRAWN
    }

    /** An alert that stands, or stood until now. */
    record Raised(String route, YearMonth month, Status status, Step step, UUID eventId) {}

    /**
     * Why there is none.
     *
     * @param routes for how many routes that is so; 0 if it is so for the month as a whole
     */
    record NotRaised(@Nullable YearMonth month, String reason, String text, int routes) {}
}
