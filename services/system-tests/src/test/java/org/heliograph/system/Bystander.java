package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;
import org.jspecify.annotations.Nullable;

/** A party's consumer that goes on reading its cooperation, and counts how often it had to connect. */
final class Bystander implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final AtomicLong copies = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final PartySystem party;
    private final String inbox;
    private final Thread thread;
    private volatile boolean over;
    private volatile @Nullable Throwable failure;

    Bystander(Stack stack, String party) {
        this.party = new PartySystem(stack, party);
        this.inbox = "inbox." + party + ".cooperation";
        this.thread = Thread.ofPlatform().name("bystander").start(this::read);
    }

    private void read() {
        String group = party.principal() + ".bystander";
        try (KafkaConsumer<String, byte[]> consumer = party.consumer(
                Map.of(ConsumerConfig.GROUP_ID_CONFIG, group, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"))) {
            consumer.subscribe(List.of(inbox));
            while (!over) {
                ConsumerRecords<String, byte[]> polled = consumer.poll(Duration.ofMillis(100));
                connections.set(consumer.metrics().values().stream()
                        .filter(metric -> metric.metricName().group().equals("consumer-metrics"))
                        .filter(metric -> metric.metricName().name().equals("connection-creation-total"))
                        .mapToLong(metric -> ((Number) metric.metricValue()).longValue())
                        .sum());
                // Last: whoever waits for copies finds the connections that brought them.
                polled.forEach(this::count);
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void count(ConsumerRecord<String, byte[]> copy) {
        String source = new String(copy.headers().lastHeader("ce_source").value(), StandardCharsets.UTF_8);
        if (source.equals("/heliograph/" + SeizedOutbox.FIELD_OFFICE)) {
            copies.incrementAndGet();
        }
    }

    /** Until it has had so many copies from the field office. */
    void awaitCopies(long number) {
        await().atMost(PATIENCE).failFast(() -> assertThat(failure).isNull()).until(() -> copies.get() >= number);
    }

    long connectionsMade() {
        return connections.get();
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        party.close();
    }
}
