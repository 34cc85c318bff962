package org.heliograph.gate;

import java.time.Duration;
import java.util.ArrayList;
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
 * have given something wait, until each of the others has been asked for what is there of it; then the next round
 * begins, up to as many records as one transaction should take. That number follows the time which transactions need,
 * since a record of anybody waits for the one before it. Confined to the loop's thread.
 */
final class Turns {

    /** Most records that one outbox gives in one round. */
    static final int SLICE = 100;

    private static final Duration LONG = Duration.ofMillis(40);

    private final int most;
    private int enough;

    Turns(int most) {
        this.most = most;
        this.enough = Math.min(SLICE, most);
    }

    /** As {@link Consumer#poll}; the consumer gives {@link #SLICE} records at most in one poll. */
    ConsumerRecords<byte[], byte[]> take(Consumer<byte[], byte[]> consumer, Duration wait) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> taken = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        Set<TopicPartition> waiting = new HashSet<>();
        int number = 0;
        ConsumerRecords<byte[], byte[]> some = consumer.poll(wait);
        try {
            while (!some.isEmpty()) {
                for (TopicPartition partition : some.partitions()) {
                    taken.computeIfAbsent(partition, first -> new ArrayList<>()).addAll(some.records(partition));
                }
                next.putAll(some.nextOffsets());
                number += some.count();
                Set<TopicPartition> served = ofSameOutboxes(consumer, some.partitions());
                consumer.pause(served);
                waiting.addAll(served);
                some = consumer.poll(Duration.ZERO);
                if (some.isEmpty() && number < enough) {
                    resume(consumer, waiting);
                    some = consumer.poll(Duration.ZERO);
                }
            }
        } catch (TopicAuthorizationException e) {
            // Comes again with the next poll, when it cannot lose what was taken before it.
        } finally {
            resume(consumer, waiting);
        }
        return new ConsumerRecords<>(taken, next);
    }

    /** What a transaction of so many records took. */
    void took(int number, Duration time) {
        if (time.compareTo(LONG) > 0) {
            enough = Math.max(SLICE, Math.min(enough, number) / 2);
        } else if (number >= enough) {
            enough = Math.min(most, enough + SLICE);
        }
    }

    private static void resume(Consumer<byte[], byte[]> consumer, Set<TopicPartition> waiting) {
        waiting.retainAll(consumer.assignment());
        consumer.resume(waiting);
        waiting.clear();
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
