package org.heliograph.operations.redelivery;

import java.time.Instant;

/**
 * What a party asks to have again: all that was released to it in a time, by the clock of the gate.
 *
 * @param party id of a party of the policy in force
 * @param from the first instant
 * @param to the first instant after it
 */
public record RedeliveryRequest(String party, Instant from, Instant to) {

    /**
     * Takes what makes sense alone.
     *
     * @throws IllegalArgumentException if no time lies between, or it begins before 1970
     */
    public RedeliveryRequest {
        if (from.isBefore(Instant.EPOCH)) {
            throw new IllegalArgumentException("from: found %s, expected %s or later".formatted(from, Instant.EPOCH));
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from: found %s, expected an instant before to, %s".formatted(from, to));
        }
    }
}
