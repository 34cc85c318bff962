package org.heliograph.sharing.policy;

import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What holds for the whole platform.
 *
 * @param partitions number of partitions of every topic, 1 to 1,000; fixed for ever
 * @param retention of the platform's own topics
 * @param quotas of each principal of a party; the platform's own principals have none
 * @param principals of the platform's own processes
 */
public record Platform(int partitions, Retention retention, Quotas quotas, Principals principals) {

    /**
     * What each principal of a party may ask of each broker; who asks for more is slowed down, and nothing is refused.
     *
     * @param publish bytes a second that it may write
     * @param read bytes a second that it may read
     * @param requests its share of the broker's time: 100 is one thread's
     */
    public record Quotas(long publish, long read, int requests) {}

    /**
     * How long the platform's own topics keep their records.
     *
     * @param recalled longest time after which inboxes drop what was recalled or replaced, as long as records keep
     *     arriving in them
     */
    public record Retention(Duration outbox, Duration receipts, Duration audit, Duration recalled) {}

    /**
     * Principals that belong to no party.
     *
     * @param gate writes all that others read
     * @param operations brings the cluster to what the policy says, and reads no payload
     * @param auditor reads the audit, and nothing else
     */
    public record Principals(String gate, String operations, String auditor) {

        /** All of them, in a stable order. */
        public SortedSet<String> all() {
            return new TreeSet<>(List.of(gate, operations, auditor));
        }
    }
}
