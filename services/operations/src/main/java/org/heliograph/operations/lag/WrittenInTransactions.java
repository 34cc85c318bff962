package org.heliograph.operations.lag;

/**
 * Topics that the gate and the relays write, in transactions only. What ends a transaction takes an offset and is
 * delivered to nobody: who commits the offset after the last record that it got stays one behind for ever.
 */
final class WrittenInTransactions {

    private WrittenInTransactions() {}

    static boolean is(String topic) {
        return topic.startsWith("inbox.")
                || topic.startsWith("public.")
                || topic.startsWith("outbox.")
                || topic.startsWith("audit.");
    }
}
