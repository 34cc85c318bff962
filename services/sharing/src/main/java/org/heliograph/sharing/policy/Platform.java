package org.heliograph.sharing.policy;

import java.time.Duration;

/**
 * What holds for the whole platform.
 *
 * @param partitions number of partitions of every topic, 1 to 1,000; fixed for ever
 * @param retention of the platform's own topics
 * @param principals of the platform's own processes
 */
public record Platform(int partitions, Retention retention, Principals principals) {

    /** How long the platform's own topics keep their records. */
    public record Retention(Duration outbox, Duration receipts, Duration audit) {}

    /** Principals that belong to no party. */
    public record Principals(String gate, String operations) {}
}
