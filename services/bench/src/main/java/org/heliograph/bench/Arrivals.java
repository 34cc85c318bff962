package org.heliograph.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.testkit.PartySystem;

/** Notes when records can be read from the end of a topic on, committed ones alone. */
final class Arrivals implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Map<String, Long> arrived = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Function<ConsumerRecord<String, byte[]>, String> name;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread thread;

    /** By the case, which the relay makes the key of a dispatch. */
    static Arrivals inOutbox(PartySystem party, int partitions) throws InterruptedException {
        return new Arrivals(party.consumer(Map.of()), "outbox." + party.principal(), partitions, ConsumerRecord::key);
    }

    /** By the case, which the gate writes into the headers of a copy. */
    static Arrivals inInbox(PartySystem party, int partitions) throws InterruptedException {
        return new Arrivals(
                party.consumer(Map.of()),
                "inbox." + party.principal() + ".cooperation",
                partitions,
                copy -> new String(copy.headers().lastHeader("ce_subject").value(), StandardCharsets.UTF_8));
    }

    private Arrivals(
            KafkaConsumer<String, byte[]> consumer,
            String topic,
            int partitions,
            Function<ConsumerRecord<String, byte[]>, String> name)
            throws InterruptedException {
        this.consumer = consumer;
        this.name = name;
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        this.thread = Thread.ofPlatform().name("arrivals").start(() -> run(all));
        ready.await();
    }

    private void run(List<TopicPartition> partitions) {
        try (consumer) {
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            ready.countDown();
            while (!ended.get()) {
                var records = consumer.poll(POLL);
                long now = System.nanoTime();
                records.forEach(record -> arrived.putIfAbsent(name.apply(record), now));
            }
        } finally {
            ready.countDown();
        }
    }

    int count() {
        return arrived.size();
    }

    /** Returns when so many have arrived, or it has taken too long. */
    void await(int number, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (arrived.size() < number && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** From when each was meant to be sent; what has not arrived is left out and must be counted by the caller. */
    Latency since(Map<String, Long> intended) {
        Histogram histogram = Latency.histogram();
        intended.forEach((id, meant) -> {
            Long at = arrived.get(id);
            if (at != null) {
                Latency.record(histogram, at - meant);
            }
        });
        return Latency.of(histogram);
    }

    @Override
    public void close() {
        ended.set(true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
