package org.heliograph.gate;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/**
 * Takes from all outboxes in turn. What was fetched comes out of a consumer in the order of its fetches, so a party
 * with a backlog would make all others wait until what was fetched of it is worked off. Therefore the outboxes that
 * have given something wait, until each of the others has been asked for what is there of it.
 */
final class Turns {

    private Turns() {}

    /** As {@link Consumer#poll}, with up to one poll's records from each outbox. */
    static ConsumerRecords<byte[], byte[]> take(Consumer<byte[], byte[]> consumer, Duration wait) {
        ConsumerRecords<byte[], byte[]> first = consumer.poll(wait);
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        Set<TopicPartition> waiting = new HashSet<>();
        try {
            ConsumerRecords<byte[], byte[]> some = first;
            while (!some.isEmpty()) {
                for (TopicPartition partition : some.partitions()) {
                    records.put(partition, some.records(partition));
                }
                next.putAll(some.nextOffsets());
                Set<TopicPartition> served = ofSameOutboxes(consumer, some.partitions());
                consumer.pause(served);
                waiting.addAll(served);
                some = consumer.poll(Duration.ZERO);
            }
        } catch (TopicAuthorizationException e) {
            // Comes again with the next poll, when it cannot lose what was taken before it.
        } finally {
            waiting.retainAll(consumer.assignment());
            consumer.resume(waiting);
        }
        return new ConsumerRecords<>(records, next);
    }

    private static Set<TopicPartition> ofSameOutboxes(
            Consumer<byte[], byte[]> consumer, Set<TopicPartition> partitions) {
        Set<String> outboxes = partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet());
        Set<TopicPartition> paused = consumer.paused();
        return consumer.assignment().stream()
                .filter(partition -> outboxes.contains(partition.topic()) && !paused.contains(partition))
                .collect(Collectors.toSet());
    }
}
