package org.heliograph.operations.lag;

import java.util.List;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells what lies in topics that nobody but their owner may read, as far as the gate's decisions show it. Any thread.
 */
public interface Contents {

    /** Nothing is known. */
    Contents UNKNOWN = new Contents() {
        @Override
        public boolean isKnown(TopicPartition partition) {
            return false;
        }

        @Override
        public List<Waiting> newest(TopicPartition partition, long number, long since) {
            return List.of();
        }
    };

    /** Whether anything is known of a partition. */
    boolean isKnown(TopicPartition partition);

    /**
     * Of the newest records of a partition those that are known.
     *
     * @param number how many records, at most
     * @param since none that were written earlier, in milliseconds
     */
    List<Waiting> newest(TopicPartition partition, long number, long since);
}
