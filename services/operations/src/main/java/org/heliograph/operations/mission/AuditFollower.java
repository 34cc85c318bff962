package org.heliograph.operations.mission;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.heliograph.events.AuditDecision;
import org.heliograph.exchange.wire.EventDeserializer;
import org.heliograph.exchange.wire.MalformedEventException;
import org.heliograph.exchange.wire.UnknownEventTypeException;
import org.heliograph.exchange.wire.UnknownSchemaException;
import org.heliograph.operations.policy.PolicyNotReadyException;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Reads the audit from its beginning and goes on as it grows, in a thread of its own. When brokers or registry are away
 * it waits for them; a record that cannot be read is left out.
 */
final class AuditFollower implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AuditFollower.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Auditor auditor;
    private final EventDeserializer events;
    private final Supplier<Policy> policy;
    private final List<AuditListener> listeners;
    private final Thread thread;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean over;

    /**
     * Does not read yet.
     *
     * @param policy the version in force; may throw {@link PolicyNotReadyException}
     */
    AuditFollower(Auditor auditor, EventDeserializer events, Supplier<Policy> policy, List<AuditListener> listeners) {
        this.auditor = auditor;
        this.events = events;
        this.policy = policy;
        this.listeners = List.copyOf(listeners);
        this.thread = Thread.ofPlatform().name("audit-follower").daemon().unstarted(this::run);
    }

    /** Once the application is ready: by then a policy is applied, or none will be soon. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.start();
    }

    private void run() {
        while (!over && !Thread.currentThread().isInterrupted()) {
            try (KafkaConsumer<String, byte[]> consumer = auditor.consumer("operations")) {
                follow(consumer);
            } catch (PolicyNotReadyException e) {
                log.debug("audit=waiting, as no policy is in force");
            } catch (InterruptException e) {
                return;
            } catch (KafkaException e) {
                log.warn("audit=away cause={} message=\"{}\"", e.getClass().getSimpleName(), e.getMessage());
            } catch (RuntimeException e) {
                // An exception that left this method would end the following in silence.
                log.error("audit=unknown", e);
            }
            pause();
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        var _ = policy.get();
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.AUDIT).stream()
                .map(info -> new TopicPartition(Topics.AUDIT, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        listeners.forEach(AuditListener::clear);
        while (!over) {
            consumer.poll(POLL).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<String, byte[]> link) {
        try {
            AuditDecision decision = events.read(link.topic(), link.value(), AuditDecision.class);
            Policy inForce = policy.get();
            listeners.forEach(listener -> listener.take(link.partition(), decision, inForce));
        } catch (MalformedEventException | UnknownSchemaException | UnknownEventTypeException e) {
            // What is wrong with it, an auditor learns when the chains are verified.
            log.warn("audit=unreadable partition={} offset={}", link.partition(), link.offset());
        }
    }

    /** Or until it is over. */
    private void pause() {
        try {
            var _ = end.await(PAUSE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns once nothing is read any more. */
    @Override
    public void close() {
        over = true;
        end.countDown();
        thread.interrupt();
        try {
            thread.join(POLL.plus(PAUSE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
