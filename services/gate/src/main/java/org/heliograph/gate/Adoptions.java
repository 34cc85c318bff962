package org.heliograph.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
final class Adoptions implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Adoptions.class);
    private static final Duration RENEWAL = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LONGEST_END = Duration.ofSeconds(2);

    private final GateClients clients;
    private final CountDownLatch stopped = new CountDownLatch(1);
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

    void stop() {
        stopped.countDown();
    }

    @Override
    public void run() {
        try {
            while (!isStopped(Duration.ZERO)) {
                try (Producer<byte[], byte[]> producer = clients.adoptionProducer()) {
                    tellUntilStopped(producer);
                    leave(producer);
                } catch (ExecutionException | RuntimeException e) {
                    LOG.warn(
                            "event=adoption-not-told error={} reason=\"{}\"",
                            e.getClass().getName(),
                            e.getMessage());
                    isStopped(Duration.ofSeconds(1));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellUntilStopped(Producer<byte[], byte[]> producer) throws ExecutionException, InterruptedException {
        while (!isStopped(LOOK)) {
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

    private boolean isStopped(Duration wait) throws InterruptedException {
        return stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }
}
