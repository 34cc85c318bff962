package org.heliograph.operations.lag;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One group at one partition, in one look. Not for several threads. */
final class Reader {

    private final String group;
    private final LagCluster.Members members;
    private final PartitionLog log;
    private final long committed;
    private @Nullable History history;
    private long unread;
    private boolean beyond;

    Reader(String group, LagCluster.Members members, PartitionLog log, long committed) {
        this.group = group;
        this.members = members;
        this.log = log;
        this.committed = committed;
    }

    String group() {
        return group;
    }

    PartitionLog log() {
        return log;
    }

    long committed() {
        return committed;
    }

    /**
     * Counts what is unread, and remembers it.
     *
     * @param veryEnds of partitions at which somebody is beyond what readers get
     */
    void place(Map<TopicPartition, Long> veryEnds, History remembered) {
        history = remembered;
        if (log.end() < 0) {
            return;
        }
        // Who reads what is not committed yet may well be beyond what others get.
        beyond = Optional.ofNullable(veryEnds.get(log.partition()))
                .filter(end -> committed > end)
                .isPresent();
        unread = Math.max(0, log.end() - next());
        if (unread == 1 && WrittenInTransactions.is(log.partition().topic())) {
            unread = 0;
        }
        remembered.add(committed, unread);
    }

    /** Of the first record that the group would get. */
    long next() {
        return Math.max(committed, log.earliest());
    }

    long unread() {
        return unread;
    }

    /** Records that were deleted before they were read. */
    long lost() {
        return Math.max(0, log.earliest() - committed);
    }

    /** Whether the group shares out its partitions anew just now. */
    boolean isRebalancing() {
        return members == LagCluster.Members.REBALANCING;
    }

    boolean isBeyond() {
        return beyond;
    }

    History history() {
        return Objects.requireNonNull(history, "not placed yet");
    }

    LagState state() {
        return beyond ? LagState.WARN : history().state(members != LagCluster.Members.NONE);
    }
}
