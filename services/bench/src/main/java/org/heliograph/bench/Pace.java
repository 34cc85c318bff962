package org.heliograph.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A steady rate that does not wait for answers: whatever is late counts from when it was meant to happen, so that a
 * system which stalls cannot hide it by being asked less.
 *
 * @param perSecond how often something is meant to happen
 * @param length for how long
 */
record Pace(int perSecond, Duration length) {

    Pace {
        if (perSecond < 1 || length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("a pace needs a rate of at least 1 per second and a length");
        }
    }

    /** Told when something is meant to happen; must not block for long. */
    @FunctionalInterface
    interface Beat {
        void at(int index, long intendedNanos);
    }

    int beats() {
        return Math.toIntExact(perSecond * length.toMillis() / 1_000);
    }

    long intended(long begin, int index) {
        return begin + index * 1_000_000_000L / perSecond;
    }

    /** Returns when the last beat was given. */
    void run(Beat beat) {
        long begin = System.nanoTime();
        for (int index = 0; index < beats(); index++) {
            long intended = intended(begin, index);
            for (long left = intended - System.nanoTime(); left > 0; left = intended - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            beat.at(index, intended);
        }
    }
}
