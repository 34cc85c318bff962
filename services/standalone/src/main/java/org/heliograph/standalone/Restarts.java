package org.heliograph.standalone;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a component ended without being told to, since the stack was started.
 *
 * @param inARow without having run well for a minute between them; the pause before the next start grows with them
 * @param last when it ended the last time
 */
public record Restarts(int all, int inARow, Instant last) {

    static final Restarts NONE = new Restarts(0, 0, Instant.EPOCH);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration WELL = Duration.ofMinutes(1);

    /** One more, after so long a life. */
    Restarts after(Duration life) {
        return new Restarts(all + 1, life.compareTo(WELL) < 0 ? inARow + 1 : 1, Instant.now());
    }

    /** How long to wait before it is started again. It is never given up: what it lacks may come back at any time. */
    Duration pause() {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(inARow - 1, 0), 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
