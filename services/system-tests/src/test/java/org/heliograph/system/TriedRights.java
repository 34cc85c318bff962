package org.heliograph.system;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.heliograph.testkit.PartySystem;

/**
 * Finds out by trying what the broker lets one principal do. What it writes it takes back, in a transaction; a
 * principal that may have no transactions may write nothing either, or its record stays.
 */
final class TriedRights implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final boolean transactional;

    TriedRights(PartySystem system) {
        // A topic that may not be seen is asked for again and again, each time after this pause.
        consumer = system.consumer(
                Map.of(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG, 1, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 1));
        KafkaProducer<byte[], byte[]> careful = system.producer(Map.of(
                ProducerConfig.RETRY_BACKOFF_MS_CONFIG,
                1,
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                system.principal() + ".tries"));
        transactional = mayHaveTransactions(careful);
        if (transactional) {
            producer = careful;
        } else {
            careful.close();
            producer = system.producer(Map.of(
                    ProducerConfig.RETRY_BACKOFF_MS_CONFIG,
                    1,
                    // Else a principal that may write nothing is refused before it names a topic.
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                    false));
        }
    }

    private static boolean mayHaveTransactions(KafkaProducer<byte[], byte[]> producer) {
        try {
            producer.initTransactions();
            return true;
        } catch (TransactionalIdAuthorizationException e) {
            return false;
        }
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
        // Where the end of a topic may be asked for, its answer looks like that to a fetch.
        left.removeIf(topic -> !isFetchedAlone(topic, end));
        return left;
    }

    private boolean isFetchedAlone(String topic, long end) {
        assign(List.of(topic));
        // One may be under way for what was assigned before.
        double answers = fetches() + 2;
        try {
            while (fetches() < answers) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("the broker neither refuses nor answers a fetch of " + topic);
                }
                consumer.poll(POLL);
            }
            consumer.poll(Duration.ZERO);
            return true;
        } catch (TopicAuthorizationException e) {
            return false;
        }
    }

    /** Answers to fetches so far. */
    private double fetches() {
        return consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("fetch-total"))
                .filter(metric -> !metric.metricName().tags().containsKey("topic"))
                .mapToDouble(metric -> (Double) metric.metricValue())
                .sum();
    }

    /** The topics to which the broker takes a write. */
    SortedSet<String> writable(Collection<String> topics) {
        SortedSet<String> writable = new TreeSet<>();
        for (String topic : topics) {
            if (transactional) {
                producer.beginTransaction();
            }
            if (isTaken(topic)) {
                writable.add(topic);
            }
            if (transactional) {
                producer.abortTransaction();
            }
        }
        return writable;
    }

    private boolean isTaken(String topic) {
        byte[] one = {1};
        try {
            producer.send(new ProducerRecord<>(topic, 0, one, one)).get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicAuthorizationException) {
                return false;
            }
            throw new AssertionError(topic + " answered neither yes nor no", e);
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

    /** Known once a fetch was answered, or the end was told. */
    private boolean isFetched(String topic) {
        return consumer.currentLag(new TopicPartition(topic, 0)).isPresent();
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }
}
