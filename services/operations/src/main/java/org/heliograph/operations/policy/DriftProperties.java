package org.heliograph.operations.policy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often the live cluster is compared with the policy.
 *
 * @param every pause between two looks, 1 to 25 seconds; 10 seconds unless given. What grows operations' own rights is
 *     told within 30 seconds, therefore no more
 */
@ConfigurationProperties("heliograph.drift")
public record DriftProperties(Duration every) {

    private static final Duration LONGEST = Duration.ofSeconds(25);

    public DriftProperties {
        every = every == null ? Duration.ofSeconds(10) : every;
        if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("heliograph.drift.every: expected 1s to 25s, not " + every);
        }
    }
}
