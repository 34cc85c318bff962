package org.heliograph.exchange.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the relay works.
 *
 * @param relay whether this instance relays at all; true if not given
 * @param pollInterval how often it looks for rows that nobody woke it for, 10 ms to 1 minute; 500 ms if not given
 * @param chunk most rows in one Kafka transaction, 1 to 1000; 100 if not given
 * @param maxBackOff longest pause after repeated trouble, 1 second to 10 minutes; 15 seconds if not given
 */
@ConfigurationProperties("heliograph.outbox")
public record OutboxProperties(Boolean relay, Duration pollInterval, Integer chunk, Duration maxBackOff) {

    private static final String PREFIX = "heliograph.outbox.";

    public OutboxProperties(
            @Nullable Boolean relay,
            @Nullable Duration pollInterval,
            @Nullable Integer chunk,
            @Nullable Duration maxBackOff) {
        this.relay = relay == null || relay;
        this.pollInterval = within(
                "poll-interval",
                pollInterval == null ? Duration.ofMillis(500) : pollInterval,
                Duration.ofMillis(10),
                Duration.ofMinutes(1));
        this.chunk = chunk == null ? 100 : chunk;
        this.maxBackOff = within(
                "max-back-off",
                maxBackOff == null ? Duration.ofSeconds(15) : maxBackOff,
                Duration.ofSeconds(1),
                Duration.ofMinutes(10));
        if (this.chunk < 1 || this.chunk > 1_000) {
            throw new IllegalArgumentException(PREFIX + "chunk: expected 1 to 1000, not " + this.chunk);
        }
    }

    private static Duration within(String property, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    PREFIX + property + ": expected " + least + " to " + most + ", not " + value);
        }
        return value;
    }
}
