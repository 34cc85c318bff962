package org.heliograph.operations.lag;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often readers are looked at.
 *
 * @param every pause between two looks, 1 second to 10 minutes; 10 seconds unless given
 * @param window how many looks a judgement is made by, 3 to 60; 6 unless given
 */
@ConfigurationProperties("heliograph.lag")
public record LagProperties(Duration every, Integer window) {

    private static final int LEAST_WINDOW = 3;
    private static final int LARGEST_WINDOW = 60;
    private static final int USUAL_WINDOW = 6;

    public LagProperties {
        every = every == null ? Duration.ofSeconds(10) : every;
        window = window == null ? USUAL_WINDOW : window;
        if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("heliograph.lag.every: expected 1s to 10m, not " + every);
        }
        if (window < LEAST_WINDOW || window > LARGEST_WINDOW) {
            throw new IllegalArgumentException(
                    "heliograph.lag.window: expected %d to %d, not %d".formatted(LEAST_WINDOW, LARGEST_WINDOW, window));
        }
    }
}
