package org.heliograph.gate;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Outboxes as they lie there, to be read again anywhere. One thread. */
interface Shelf extends AutoCloseable {

    /** Where the committed records of a partition end. */
    long end(TopicPartition outbox);

    /**
     * Committed records from an offset on, or from the first that there is after it; none if they are long in coming.
     */
    Slice read(TopicPartition outbox, long from);

    @Override
    void close();

    /**
     * Some records in their order.
     *
     * @param next where to go on
     */
    record Slice(List<ConsumerRecord<byte[], byte[]>> records, long next) {}
}
