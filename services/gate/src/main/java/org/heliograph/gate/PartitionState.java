package org.heliograph.gate;

import java.util.regex.Pattern;

/**
 * All that the gate remembers of one outbox partition.
 *
 * @param lastSequence the highest sequence number taken, 0 before the first
 * @param chainIndex index of the last link of the audit chain, 0 before the first
 * @param chainHead hash of that link
 */
record PartitionState(long lastSequence, long chainIndex, String chainHead) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    static final PartitionState START = new PartitionState(0, 0, AuditChain.NO_LINK);

    PartitionState {
        if (lastSequence < 0 || chainIndex < 0 || !HASH.matcher(chainHead).matches()) {
            throw new IllegalArgumentException("no state of an outbox partition");
        }
        if ((chainIndex == 0) != chainHead.equals(AuditChain.NO_LINK) || (chainIndex == 0 && lastSequence != 0)) {
            throw new IllegalArgumentException("a state without a chain can only be the first");
        }
    }

    /**
     * The number that should come next. Only meaningful below the largest number that there is; nothing comes after
     * that.
     */
    long expectedSequence() {
        return lastSequence + 1;
    }
}
