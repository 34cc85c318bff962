package org.heliograph.operations.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Reads a topic of one partition from its beginning to where it ends now; one that does not exist holds nothing. */
final class TopicReader {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(200);

    private TopicReader() {}

    static void read(
            KafkaConsumer<String, String> consumer,
            String topic,
            BiConsumer<ConsumerRecord<String, String>, Instant> reader) {
        List<PartitionInfo> partitions = consumer.partitionsFor(topic);
        if (partitions == null || partitions.isEmpty()) {
            return;
        }
        TopicPartition partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(partition) < end) {
            consumer.poll(POLL).forEach(record -> reader.accept(record, Instant.ofEpochMilli(record.timestamp())));
            if (System.nanoTime() > deadline) {
                throw new KafkaException(topic + " could not be read to its end");
            }
        }
    }
}
