package org.heliograph.operations.redelivery;

import org.heliograph.events.AuditDecision;

/**
 * An offer of which the party got a copy.
 *
 * @param outbox topic in which the dispatch was found
 * @param offset of the dispatch there
 */
record PastOffer(String outbox, int partition, long offset, AuditDecision decision) {

    String place() {
        return "%s-%d@%d".formatted(outbox, partition, offset);
    }
}
