package org.heliograph.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.heliograph.events.CoopEvent;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.Dispatches;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SampleEvents;

/** XB fills its outbox as fast as the broker lets it, until it is closed: three right dispatches, then a wrong one. */
final class Flood implements AutoCloseable {

    private static final String OUTBOX = "outbox.xb";

    private final PartySystem xb;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Thread thread;
    private final AtomicLong sent = new AtomicLong();
    private volatile boolean over;

    /** An event and its signature are made once; only the number differs, as numbers are not signed. */
    private record Mould(int partition, byte[] event, String signature) {}

    Flood(Stack stack) {
        xb = new PartySystem(stack, "xb");
        // Enough at a time to feel the quota, and little enough to end soon after it is told to.
        producer = xb.producer(Map.of("buffer.memory", 4_000_000L, "max.block.ms", 60_000, "linger.ms", 5));
        thread =
                Thread.ofPlatform().name("flood").start(() -> run(stack.roster().partitions()));
    }

    long sent() {
        return sent.get();
    }

    /** The longest that the broker made XB wait. */
    double longestThrottle() {
        return producer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("produce-throttle-time-max"))
                .map(metric -> (double) metric.getValue().metricValue())
                .filter(value -> !value.isNaN())
                .max(Double::compare)
                .orElse(0.0);
    }

    private void run(int partitions) {
        Dispatches dispatches = new Dispatches(xb.schemas());
        List<Mould> moulds = Stream.generate(() -> SampleEvents.coopEvent(
                        "xb", SampleEvents.cooperation("coop.event", "xb").build()))
                .limit(60)
                .map(event -> mould(dispatches, event, partitions))
                .toList();
        Map<Integer, Long> last = new HashMap<>();
        while (!over) {
            for (Mould mould : moulds) {
                long number = last.merge(mould.partition(), 1L, Long::sum);
                String[] recipients = sent.get() % 4 == 3 ? new String[0] : new String[] {"unodc"};
                var _ = producer.send(new ProducerRecord<>(
                        OUTBOX,
                        mould.partition(),
                        null,
                        dispatches.dispatch(number, mould.event(), mould.signature(), recipients)));
                sent.incrementAndGet();
            }
        }
        producer.flush();
    }

    private Mould mould(Dispatches dispatches, CoopEvent event, int partitions) {
        return new Mould(
                Dispatches.partition(event, partitions),
                dispatches.event(event),
                dispatches.signature(event, xb.signer()));
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
        xb.close();
    }
}
