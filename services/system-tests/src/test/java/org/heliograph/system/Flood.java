package org.heliograph.system;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.heliograph.events.CoopEvent;
import org.heliograph.testkit.SampleEvents;

/**
 * A field office sends as much as the broker takes of it, by a client of its own, until it is told to end or has
 * nothing more. All of it is in order, so that the gate has the most work with it.
 */
final class Flood implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Deque<ProducerRecord<byte[], byte[]>> prepared = new ArrayDeque<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final KafkaProducer<byte[], byte[]> producer;
    private final int number;
    private final AtomicInteger sent = new AtomicInteger();

    /** Signs all of it in advance, which is work of its machine and not of ours. */
    Flood(SeizedOutbox outbox, int number, String... recipients) {
        this.number = number;
        while (prepared.size() < number) {
            CoopEvent event = SampleEvents.coopEvent(
                    SeizedOutbox.FIELD_OFFICE,
                    SampleEvents.cooperation("coop.event", SeizedOutbox.FIELD_OFFICE)
                            .build());
            prepared.add(outbox.record(
                    event, outbox.dispatches().dispatch(outbox.next(event), event, outbox.signer(), recipients)));
        }
        producer = outbox.producer(Map.of(
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                1 << 20,
                // The broker slows us down; what waits for that is not lost.
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                (int) PATIENCE.toMillis(),
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis()));
    }

    /** Sends so many of what is prepared, or all that is left, and waits until the broker has them. */
    void send(int most) {
        Future<RecordMetadata> last = null;
        for (int count = 0; count < most && !prepared.isEmpty() && !over.get(); count++) {
            last = producer.send(prepared.remove());
            sent.incrementAndGet();
        }
        try {
            producer.flush();
            if (last != null) {
                last.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Begins, and goes on until {@link #end}. */
    Thread begin() {
        return Thread.ofPlatform().name("flood").start(() -> send(number));
    }

    int sent() {
        return sent.get();
    }

    /** Returns when it has ended; it must not have ended before it was told to. */
    void end(Thread flood) {
        over.set(true);
        try {
            flood.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (prepared.isEmpty()) {
            throw new AssertionError("the flood was over too early, after " + sent());
        }
    }

    @Override
    public void close() {
        over.set(true);
        producer.close(Duration.ofSeconds(5));
    }
}
