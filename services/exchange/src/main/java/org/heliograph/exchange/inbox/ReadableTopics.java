package org.heliograph.exchange.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * A consumer that reads those of its topics which it can read. Kafka's own would deliver nothing at all as long as one
 * of them is forbidden. What is left out is looked at again every few seconds, and read from where it was left.
 */
final class ReadableTopics extends KafkaConsumer<String, byte[]> {

    static final String FORBIDDEN = "not authorised to read";
    static final String MISSING = "does not exist";

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration WITHIN = Duration.ofSeconds(2);
    private static final Duration NOTHING_TO_READ = Duration.ofMillis(500);

    private final InboxStatus status;
    private final Map<String, String> leftOut = new HashMap<>();
    private Set<String> wanted = Set.of();
    private @Nullable ConsumerRebalanceListener listener;
    private long nextLook = System.nanoTime();

    ReadableTopics(Map<String, Object> config, InboxStatus status) {
        super(config, new StringDeserializer(), new ByteArrayDeserializer());
        this.status = status;
    }

    @Override
    public void subscribe(Collection<String> topics, ConsumerRebalanceListener rebalances) {
        wanted = new TreeSet<>(topics);
        listener = rebalances;
        super.subscribe(topics, rebalances);
    }

    @Override
    public ConsumerRecords<String, byte[]> poll(Duration timeout) {
        if (System.nanoTime() - nextLook >= 0) {
            lookAtAll();
            nextLook = System.nanoTime() + EVERY.toNanos();
            resubscribe();
        }
        if (!wanted.isEmpty() && subscription().isEmpty()) {
            LockSupport.parkNanos(NOTHING_TO_READ.toNanos());
            return ConsumerRecords.empty();
        }
        try {
            return super.poll(timeout);
        } catch (TopicAuthorizationException e) {
            // What was fetched of the other topics was delivered before this was thrown, or is fetched again.
            e.unauthorizedTopics().forEach(topic -> leaveOut(topic, FORBIDDEN));
            nextLook = System.nanoTime() + EVERY.toNanos();
            resubscribe();
            return ConsumerRecords.empty();
        }
    }

    private void lookAtAll() {
        try {
            wanted.forEach(this::look);
        } catch (TimeoutException e) {
            // The broker is away, which says nothing of its topics.
        }
    }

    /** Asks the broker only where it is not known already. */
    private void look(String topic) {
        try {
            if (partitionsFor(topic, WITHIN).isEmpty()) {
                leaveOut(topic, MISSING);
            } else if (leftOut.remove(topic) != null) {
                status.readable(topic);
            }
        } catch (TopicAuthorizationException e) {
            leaveOut(topic, FORBIDDEN);
        } catch (UnknownTopicOrPartitionException e) {
            leaveOut(topic, MISSING);
        }
    }

    private void leaveOut(String topic, String reason) {
        if (!reason.equals(leftOut.put(topic, reason))) {
            status.unreadable(topic, reason);
        }
    }

    private void resubscribe() {
        Set<String> readable = new TreeSet<>(wanted);
        readable.removeAll(leftOut.keySet());
        ConsumerRebalanceListener rebalances = listener;
        if (rebalances != null && !readable.equals(subscription())) {
            // With nothing left this gives all partitions back.
            super.subscribe(readable, rebalances);
        }
    }
}
