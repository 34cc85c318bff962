package org.heliograph.gate;

import org.heliograph.exchange.audit.ChainHash;

/**
 * All that the gate remembers of one outbox partition.
 *
 * @param lastSequence the highest sequence number taken, 0 before the first
 * @param chainIndex index of the last link of the audit chain, 0 before the first
 * @param chainHead hash of that link
 */
record PartitionState(long lastSequence, long chainIndex, String chainHead) {

    static final PartitionState START = new PartitionState(0, 0, ChainHash.NO_LINK);

    PartitionState {
        if (lastSequence < 0 || chainIndex < 0 || !isHash(chainHead)) {
            throw new IllegalArgumentException("no state of an outbox partition");
        }
        if ((chainIndex == 0) != chainHead.equals(ChainHash.NO_LINK) || (chainIndex == 0 && lastSequence != 0)) {
            throw new IllegalArgumentException("a state without a chain can only be the first");
        }
    }

    // Once for each record, which is too often for a pattern.
    private static boolean isHash(String text) {
        return text.length() == ChainHash.NO_LINK.length()
                && text.chars().allMatch(digit -> (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f'));
    }

    /**
     * The number that should come next. Only meaningful below the largest number that there is; nothing comes after
     * that.
     */
    long expectedSequence() {
        return lastSequence + 1;
    }
}
