package org.heliograph.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.heliograph.bench.Throughput.Look;

/** Watches how a consumer group works off a backlog, by the offsets that it commits. */
record Drain(Admin admin, String group, String topic) {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /** The committed offsets of all partitions, added up. */
    long committed() {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(topic))
                    .map(java.util.Map.Entry::getValue)
                    .filter(Objects::nonNull)
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /**
     * Waits until the backlog is worked off.
     *
     * @param from what is committed when the backlog begins
     * @param warmUp this many are not counted
     * @param all of the backlog, with the warm-up
     */
    Throughput measure(long from, long warmUp, long all, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<Look> looks = new ArrayList<>();
        while (looks.isEmpty() || looks.getLast().records() < from + all) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("%s took %d of %d records of %s within %s"
                        .formatted(group, committed() - from, all, topic, patience));
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            looks.add(Look.at(committed()));
        }
        Look first = looks.stream()
                .filter(look -> look.records() >= from + warmUp)
                .findFirst()
                .orElseThrow();
        return Throughput.between(first, looks.getLast());
    }
}
