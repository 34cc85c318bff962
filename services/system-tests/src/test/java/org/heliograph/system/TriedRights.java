package org.heliograph.system;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.heliograph.testkit.PartySystem;

/** Finds out by trying what the broker lets one principal do. Leaves no trace in any topic. */
final class TriedRights implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration TEN_YEARS = Duration.ofDays(3_652);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;

    TriedRights(PartySystem system) {
        // A topic that may not be seen is asked for again and again, each time after this pause.
        Map<String, Object> impatient = Map.of(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG, 1);
        consumer = system.consumer(impatient);
        producer = system.producer(Map.of(
                ProducerConfig.RETRY_BACKOFF_MS_CONFIG,
                1,
                // Else a principal that may write nothing is refused before it names a topic.
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                false));
    }

    /** The topics from which the broker answers a fetch. */
    SortedSet<String> readable(Collection<String> topics) {
        SortedSet<String> left = new TreeSet<>(topics);
        long end = System.nanoTime() + PATIENCE.toNanos();
        assign(left);
        while (!left.stream().allMatch(this::isFetched)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the broker neither refuses nor answers a fetch of some of " + left);
            }
            try {
                consumer.poll(POLL);
            } catch (TopicAuthorizationException e) {
                left.removeAll(e.unauthorizedTopics());
                assign(left);
            }
        }
        return left;
    }

    /** The topics to which the broker takes a write, as far as it gets: the record's time is one that it refuses. */
    SortedSet<String> writable(Collection<String> topics) {
        long then = Instant.now().plus(TEN_YEARS).toEpochMilli();
        Map<String, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        byte[] value = {1};
        topics.forEach(topic -> sent.put(topic, producer.send(new ProducerRecord<>(topic, 0, then, value, value))));
        SortedSet<String> writable = new TreeSet<>();
        sent.forEach((topic, answer) -> {
            if (isTaken(topic, answer)) {
                writable.add(topic);
            }
        });
        return writable;
    }

    private static boolean isTaken(String topic, Future<RecordMetadata> answer) {
        try {
            throw new AssertionError("%s took a record of the far future: %s".formatted(topic, answer.get()));
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case TopicAuthorizationException refused -> false;
                case InvalidTimestampException taken -> true;
                case null, default -> throw new AssertionError(topic + " answered neither yes nor no", e);
            };
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void assign(Collection<String> topics) {
        List<TopicPartition> partitions =
                topics.stream().map(topic -> new TopicPartition(topic, 0)).toList();
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, 0));
    }

    /** Known once a fetch was answered. */
    private boolean isFetched(String topic) {
        return consumer.currentLag(new TopicPartition(topic, 0)).isPresent();
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }
}
