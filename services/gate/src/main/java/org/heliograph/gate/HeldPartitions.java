package org.heliograph.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outbox partitions that this instance holds now, and what it knows of each. A partition is paused until its state
 * was read from the committed offset; after a failure it is paused again and starts over from what is committed.
 * Confined to the loop's thread.
 */
final class HeldPartitions implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(HeldPartitions.class);
    private static final Duration FIRST_DELAY = Duration.ofMillis(500);
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration TOGETHER = Duration.ofSeconds(3);
    private static final Duration ALONE = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final InstantSource clock;
    private final GateStatus status;
    private final Map<TopicPartition, Held> held = new HashMap<>();

    HeldPartitions(Consumer<byte[], byte[]> consumer, InstantSource clock, GateStatus status) {
        this.consumer = consumer;
        this.clock = clock;
        this.status = status;
    }

    private sealed interface Held {

        /** Its state is not known: to be read once it is due. */
        record Waiting(Instant due, int failures) implements Held {}

        record Ready(PartitionState state, int failures) implements Held {}

        /** Needs a person. */
        record Stopped() implements Held {}
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> held.put(partition, new Held.Waiting(Instant.MIN, 0)));
        consumer.pause(partitions);
        status.joined();
        LOG.info("event=partitions-assigned count={}", partitions.size());
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            held.remove(partition);
            status.recovered(partition);
        });
        LOG.info("event=partitions-revoked count={}", partitions.size());
    }

    /** Reads the state of all partitions that wait for it and are due. */
    void load() {
        Instant now = clock.instant();
        Set<TopicPartition> due = held.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Held.Waiting waiting
                        && !waiting.due().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!due.isEmpty()) {
            try {
                // Waits for transactions that are still open, since the consumer reads committed data only.
                load(due, TOGETHER);
            } catch (TimeoutException e) {
                due.forEach(this::loadAlone);
            }
        }
    }

    /** One that crashed left a transaction open: until it ends, only the partitions in it are held up. */
    private void loadAlone(TopicPartition partition) {
        try {
            load(Set.of(partition), ALONE);
        } catch (TimeoutException e) {
            setBack(partition, clock.instant().plus(FIRST_DELAY), false);
            LOG.info(
                    "event=partition-waits partition={} reason=\"its committed offset cannot be read yet\"", partition);
        }
    }

    private void load(Set<TopicPartition> partitions, Duration patience) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions, patience);
        partitions.forEach(partition -> load(partition, committed.get(partition)));
    }

    private void load(TopicPartition partition, @Nullable OffsetAndMetadata committed) {
        int failures = held.get(partition) instanceof Held.Waiting waiting ? waiting.failures() : 0;
        if (committed == null) {
            consumer.seekToBeginning(Set.of(partition));
            held.put(partition, new Held.Ready(PartitionState.START, failures));
        } else {
            try {
                held.put(partition, new Held.Ready(CommitMetadata.read(committed.metadata()), failures));
            } catch (UnreadableMetadataException e) {
                held.put(partition, new Held.Stopped());
                status.stopped(partition, UnreadableMetadataException.TEXT);
                LOG.error(
                        "event=partition-stopped partition={} offset={} reason=\"{}\"",
                        partition,
                        committed.offset(),
                        e.getMessage());
                return;
            }
            consumer.seek(partition, committed);
        }
        consumer.resume(Set.of(partition));
    }

    boolean isReady(TopicPartition partition) {
        return held.get(partition) instanceof Held.Ready;
    }

    PartitionState state(TopicPartition partition) {
        if (held.get(partition) instanceof Held.Ready ready) {
            return ready.state();
        }
        throw new IllegalStateException("the state of " + partition + " is not known");
    }

    /** After a commit. */
    void advance(Map<TopicPartition, PartitionState> states) {
        states.forEach((partition, state) -> {
            held.put(partition, new Held.Ready(state, 0));
            status.recovered(partition);
        });
    }

    /** Forgets what is not committed and starts over at once. */
    void rewind(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> setBack(partition, Instant.MIN, false));
    }

    /** Forgets what is not committed and tries again later, the later the more often it failed. */
    void postpone(TopicPartition partition, String reason) {
        int failures = failures(partition);
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        setBack(partition, clock.instant().plus(delay), true);
        status.failing(partition, reason);
        LOG.warn(
                "event=partition-postponed partition={} failures={} delay={} reason=\"{}\"",
                partition,
                failures + 1,
                delay,
                reason);
    }

    private void setBack(TopicPartition partition, Instant due, boolean failed) {
        if (held.containsKey(partition) && !(held.get(partition) instanceof Held.Stopped)) {
            held.put(partition, new Held.Waiting(due, failures(partition) + (failed ? 1 : 0)));
            consumer.pause(Set.of(partition));
        }
    }

    private int failures(TopicPartition partition) {
        return switch (held.get(partition)) {
            case Held.Waiting waiting -> waiting.failures();
            case Held.Ready ready -> ready.failures();
            case null, default -> 0;
        };
    }
}
