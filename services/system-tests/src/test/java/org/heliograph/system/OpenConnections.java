package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.heliograph.testkit.PartySystem;

/** A consumer and a producer of a party that go on over connections made before, until the broker denies them. */
final class OpenConnections implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final String outbox;
    private final CompletableFuture<Instant> reading = new CompletableFuture<>();
    private final CompletableFuture<Instant> writing = new CompletableFuture<>();
    private final CountDownLatch used = new CountDownLatch(2);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Thread> threads;

    OpenConnections(PartySystem party, String inbox) {
        consumer = party.consumer(Map.of());
        producer = party.producer(Map.of());
        outbox = "outbox." + party.principal();
        TopicPartition first = new TopicPartition(inbox, 0);
        consumer.assign(List.of(first));
        consumer.seekToBeginning(List.of(first));
        threads = List.of(
                Thread.ofPlatform().name("reading").start(() -> until(reading, this::read)),
                Thread.ofPlatform().name("writing").start(() -> until(writing, this::write)));
    }

    /** Returns when both have worked once. */
    OpenConnections awaitUsed() {
        try {
            if (!used.await(1, TimeUnit.MINUTES)) {
                throw new AssertionError("the party can neither read nor write");
            }
            return this;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** When the consumer was first denied. */
    Instant deniedReading() {
        return reading.orTimeout(1, TimeUnit.MINUTES).join();
    }

    /** When the producer was first denied. */
    Instant deniedWriting() {
        return writing.orTimeout(1, TimeUnit.MINUTES).join();
    }

    private void until(CompletableFuture<Instant> denied, Runnable step) {
        boolean first = true;
        while (closed.getCount() > 0) {
            try {
                step.run();
                if (first) {
                    used.countDown();
                    first = false;
                }
            } catch (AuthorizationException e) {
                denied.complete(Instant.now());
                return;
            } catch (RuntimeException e) {
                denied.completeExceptionally(e);
                return;
            }
        }
    }

    private void read() {
        consumer.poll(Duration.ofMillis(50));
        // An empty poll says nothing: where the party may read, the broker tells it where the partition ends.
        consumer.endOffsets(consumer.assignment());
    }

    private void write() {
        try {
            producer.send(new ProducerRecord<>(outbox, 0, null, new byte[] {1})).get();
            closed.await(100, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof AuthorizationException denied
                    ? denied
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        try {
            consumer.close();
        } catch (KafkaException e) {
            // It is closed all the same; a party that was cut off cannot leave its group.
            assertThat(e).hasRootCauseInstanceOf(AuthorizationException.class);
        }
        producer.close(Duration.ofSeconds(5));
    }
}
