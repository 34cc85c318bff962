package org.heliograph.operations.lag;

import java.util.Arrays;
import org.apache.kafka.common.TopicPartition;

/** One partition during the looks: where it begins and ends, and whose times are wanted. Not for several threads. */
final class PartitionLog {

    private static final int FEW = 8;

    private final TopicPartition partition;
    private final PartitionTimes times = new PartitionTimes();
    private long earliest = -1;
    private long end = -1;
    private long last = -1;
    private long appended;
    private long[] wanted = new long[FEW];
    private int number;
    private boolean silent;

    PartitionLog(TopicPartition partition) {
        this.partition = partition;
    }

    TopicPartition partition() {
        return partition;
    }

    PartitionTimes times() {
        return times;
    }

    /** Of the first record that is kept. */
    long earliest() {
        return earliest;
    }

    /** After the last record that readers get; negative if the brokers did not tell. */
    long end() {
        return end;
    }

    /**
     * Offsets that were used since the last look that saw the partition: records, and what ends transactions. None at
     * the first look.
     */
    long appended() {
        return appended;
    }

    /** What this look found. A partition that was made anew forgets what was known of the one before. */
    void isBetween(long earliestNow, long endNow) {
        if (endNow < end || earliestNow < earliest) {
            times.forget();
        }
        appended = last < 0 ? 0 : Math.max(0, endNow - last);
        last = endNow;
        earliest = earliestNow;
        end = endNow;
        times.deletedBelow(earliestNow);
        times.trim();
        number = 0;
        silent = false;
    }

    void isAway() {
        end = -1;
        appended = 0;
        number = 0;
        silent = false;
    }

    /** It did not answer a question of this look. */
    void isSilent() {
        silent = true;
    }

    /** Whether asking on in this look is in vain: it did not answer before, or there is no record at all. */
    boolean tellsNoMore() {
        return silent || times.isEmpty();
    }

    /** Somebody waits at the first record from this offset on. */
    void want(long offset) {
        if (number == wanted.length) {
            wanted = Arrays.copyOf(wanted, 2 * number);
        }
        wanted[number++] = offset;
    }

    boolean isWanted() {
        return number > 0;
    }

    /** One of those at which somebody waits; another one for each number. */
    long wanted(int index) {
        return wanted[index % number];
    }
}
