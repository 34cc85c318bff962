package org.heliograph.system;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.CoopEvent;
import org.heliograph.testkit.SampleEvents;

/** Two hundred events a second from a field office, each a case of its own, from its making until it is ended. */
final class SteadyOffers implements AutoCloseable {

    private static final int PER_SECOND = 200;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Queue<Future<RecordMetadata>> sent = new ConcurrentLinkedQueue<>();
    private final Set<UUID> events = ConcurrentHashMap.newKeySet();
    private final KafkaProducer<byte[], byte[]> producer;
    private final SeizedOutbox outbox;
    private final String[] recipients;
    private final Future<?> beats;

    SteadyOffers(SeizedOutbox outbox, String... recipients) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.producer = outbox.producer(Map.of());
        this.beats = clock.scheduleAtFixedRate(this::offer, 0, 1_000_000 / PER_SECOND, TimeUnit.MICROSECONDS);
    }

    private void offer() {
        CoopEvent event = SampleEvents.coopEvent(
                SeizedOutbox.FIELD_OFFICE,
                SampleEvents.cooperation("coop.event", SeizedOutbox.FIELD_OFFICE)
                        .build());
        events.add(event.getEnvelope().getEventId());
        sent.add(producer.send(outbox.record(
                event, outbox.dispatches().dispatch(outbox.next(event), event, outbox.signer(), recipients))));
    }

    /** Ends, and tells how many there were; the broker has all of them. */
    int end() throws InterruptedException, ExecutionException {
        if (beats.isDone()) {
            beats.get();
        }
        clock.shutdown();
        if (!clock.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new AssertionError("an offer does not end");
        }
        producer.flush();
        for (Future<RecordMetadata> one : sent) {
            one.get();
        }
        return events.size();
    }

    /** Whether that was decided about one of them. */
    boolean has(AuditDecision decision) {
        return decision.getEventId()
                .map(UUID::fromString)
                .filter(events::contains)
                .isPresent();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        producer.close();
    }
}
