package org.heliograph.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param backlog records that a loop works off, after the warm-up
 * @param warmUp records before that, so that what is measured is compiled
 * @param published records of each step of publishing, after as many for warming up
 * @param stored records of the step with the outbox
 * @param paced how long latencies are measured at a steady rate
 * @param warmingUp how long submissions are made before any is measured, so that what they need is compiled
 * @param submitting how long each rate of submissions lasts
 */
record Sizes(
        int backlog, int warmUp, int published, int stored, Duration paced, Duration warmingUp, Duration submitting) {

    static Sizes full() {
        return new Sizes(
                40_000, 40_000, 60_000, 4_000, Duration.ofSeconds(8), Duration.ofSeconds(60), Duration.ofSeconds(20));
    }

    static Sizes quick() {
        return new Sizes(
                20_000, 20_000, 30_000, 3_000, Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(10));
    }
}
