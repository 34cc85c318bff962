package org.heliograph.standalone.sandbox;

import java.time.Duration;
import org.heliograph.standalone.StackException;

/**
 * How long things take in a sandbox.
 *
 * @param arrival how long the client has to come
 * @param patience how long it has for what it should do
 * @param silence how long the broker says nothing in {@link Check#PAUSE}
 * @param tokenLife of the client's tokens for the broker, at least five seconds
 * @param burst how many events come at once in {@link Check#BURST}, at least one
 */
public record Limits(Duration arrival, Duration patience, Duration silence, Duration tokenLife, int burst) {

    private static final int MOST = 5_000;

    public Limits {
        require("--wait", arrival, Duration.ofSeconds(1), Duration.ofHours(1));
        require("--patience", patience, Duration.ofSeconds(1), Duration.ofMinutes(10));
        require("--pause", silence, Duration.ofSeconds(1), Duration.ofMinutes(10));
        require("--token-life", tokenLife, Duration.ofSeconds(5), Duration.ofMinutes(5));
        if (burst < 1 || burst > MOST) {
            throw new StackException("--burst: found %d, expected 1 to %d events".formatted(burst, MOST));
        }
    }

    private static void require(String name, Duration found, Duration least, Duration most) {
        if (found.compareTo(least) < 0 || found.compareTo(most) > 0) {
            throw new StackException("%s: found %d seconds, expected %d to %d"
                    .formatted(name, found.toSeconds(), least.toSeconds(), most.toSeconds()));
        }
    }
}
