package org.heliograph.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Goes as the machine's, and can be turned on. */
final class TurnedClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    void turnOn(String span) {
        ahead = ahead.plus(Duration.parse(span));
    }

    /** Goes as the machine's again. */
    void turnBack() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("tells instants only");
    }
}
