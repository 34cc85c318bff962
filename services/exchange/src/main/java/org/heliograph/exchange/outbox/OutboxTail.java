package org.heliograph.exchange.outbox;

import java.util.Map;
import java.util.OptionalLong;

/**
 * The last committed dispatches of one outbox partition.
 *
 * @param bySignature where each is; a signature is never the same twice
 * @param endOffset where the next record would be; 0 if nothing was ever written
 */
record OutboxTail(Map<String, Place> bySignature, long endOffset) {

    /** Number and offset of a dispatch. */
    record Place(long seq, long offset) {}

    OutboxTail {
        bySignature = Map.copyOf(bySignature);
    }

    /** The highest number; empty if no dispatch is left, because none was written or all are past retention. */
    OptionalLong lastSeq() {
        return bySignature.values().stream().mapToLong(Place::seq).max();
    }

    /** The lowest number that was read; what has a lower one was written before. */
    OptionalLong firstSeq() {
        return bySignature.values().stream().mapToLong(Place::seq).min();
    }
}
