package org.heliograph.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.heliograph.sharing.policy.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells operations by which version this instance judges: at each new one, and anew every few seconds as long as it
 * lives. Rights are taken away only after that. A thread of its own, so that no record waits for it.
 */
final class Adoptions implements UntilStopped.Attempt {

    private static final Logger LOG = LoggerFactory.getLogger(Adoptions.class);
    private static final Duration RENEWAL = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LONGEST_END = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final GateClients clients;
    private volatile @Nullable String judging;
    private @Nullable String told;
    private long toldAt;

    Adoptions(GateClients clients) {
        this.clients = clients;
    }

    /** From now on no record is judged by another version; called between two batches, by the thread that judges. */
    void judgesBy(String version) {
        judging = version;
    }

    @Override
    public void make(UntilStopped work) throws ExecutionException, InterruptedException {
        try (Producer<byte[], byte[]> producer = clients.adoptionProducer()) {
            tell(producer, work);
            leave(producer);
        }
    }

    @Override
    public Duration pauseAfter(Exception fault) {
        LOG.warn(
                "event=adoption-not-told error={} reason=\"{}\"",
                fault.getClass().getName(),
                fault.getMessage());
        return PAUSE;
    }

    private void tell(Producer<byte[], byte[]> producer, UntilStopped work)
            throws ExecutionException, InterruptedException {
        while (!work.isStoppedWithin(LOOK)) {
            String version = judging;
            boolean due = System.nanoTime() - toldAt > RENEWAL.toNanos();
            if (version != null && (due || !version.equals(told))) {
                send(producer, version).get();
                told = version;
                toldAt = System.nanoTime();
            }
        }
    }

    /** Who has ended judges by no version, and nobody has to wait for it. */
    private void leave(Producer<byte[], byte[]> producer) throws ExecutionException, InterruptedException {
        var _ = send(producer, null);
        producer.close(LONGEST_END);
    }

    private Future<?> send(Producer<byte[], byte[]> producer, @Nullable String version) {
        return producer.send(new ProducerRecord<>(
                Topics.POLICY_ADOPTED,
                clients.instance().getBytes(UTF_8),
                version == null ? null : version.getBytes(UTF_8)));
    }
}
