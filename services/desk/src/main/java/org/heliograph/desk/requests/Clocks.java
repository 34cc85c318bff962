package org.heliograph.desk.requests;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.heliograph.cooperation.ClockKind;
import org.heliograph.cooperation.Pace;
import org.heliograph.cooperation.RequestClock;
import org.heliograph.cooperation.WorkCalendar;

/** The clocks of requests that are addressed to this party. */
final class Clocks {

    private final Map<ClockKind, Pace> paces;
    private final WorkCalendar calendar;
    private final InstantSource clock;

    Clocks(Map<ClockKind, Pace> paces, WorkCalendar calendar, InstantSource clock) {
        this.paces = Map.copyOf(paces);
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Now, as exact as steps are. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    RequestClock.Reading read(History history) {
        CooperationRequest request = history.request();
        ClockKind kind =
                ClockKind.of(request.content().kind(), request.content().urgency());
        Pace pace = paces.getOrDefault(kind, Pace.standard(kind));
        return new RequestClock(pace, calendar)
                .read(request.content().kind(), request.submittedAt(), history.steps(), now());
    }

    /** What the clock should have done by now. */
    Optional<RequestClock.Due> due(History history) {
        return read(history).next().filter(due -> !due.at().isAfter(now()));
    }
}
