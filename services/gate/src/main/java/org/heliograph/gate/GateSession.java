package org.heliograph.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One life of the gate's clients: takes records from the outboxes and hands them on, a batch in each transaction. What
 * goes wrong inside a transaction is rolled back and tried again here; what goes wrong outside of one ends the session,
 * and the loop opens another.
 */
final class GateSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GateSession.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration EXCLUSION = Duration.ofSeconds(30);
    private static final Duration CAREFUL = Duration.ofMinutes(1);

    private final Consumer<byte[], byte[]> consumer;
    private final Turns turns;
    private final Release release;
    private final Redeliveries redeliveries;
    private final HeldPartitions partitions;
    private final GateStatus status;
    private final InstantSource clock;
    private final Map<String, Instant> excluded = new HashMap<>();
    private Set<String> subscribed = Set.of();
    private Instant carefulUntil = Instant.MIN;

    GateSession(
            Consumer<byte[], byte[]> consumer,
            Turns turns,
            Release release,
            Redeliveries redeliveries,
            GateStatus status,
            InstantSource clock) {
        this.consumer = consumer;
        this.turns = turns;
        this.release = release;
        this.redeliveries = redeliveries;
        this.status = status;
        this.clock = clock;
        this.partitions = new HeldPartitions(consumer, clock, status);
    }

    /** Takes what there is, for at most a moment. */
    void step(GatePolicy policy) {
        // First of all, so that what an earlier self left open is ended before committed state is read.
        release.prepare();
        if (!subscribe(policy.sources())) {
            LockSupport.parkNanos(POLL.toNanos());
            return;
        }
        partitions.load();
        ConsumerRecords<byte[], byte[]> records;
        try {
            records = turns.take(consumer, POLL);
        } catch (TopicAuthorizationException e) {
            exclude(e.unauthorizedTopics());
            return;
        }
        if (!records.isEmpty()) {
            Instant begin = clock.instant();
            hand(policy, records);
            turns.took(records.count(), Duration.between(begin, clock.instant()));
        }
    }

    private void hand(GatePolicy policy, ConsumerRecords<byte[], byte[]> records) {
        Map<TopicPartition, Release.Work> work = new LinkedHashMap<>();
        redeliveries.begin();
        for (TopicPartition partition : records.partitions()) {
            if (subscribed.contains(partition.topic()) && partitions.isReady(partition)) {
                work(policy, partition, records).ifPresent(one -> work.put(partition, one));
            } else {
                partitions.rewind(List.of(partition));
            }
        }
        // After a failure each partition has a transaction of its own, so that only the one that cannot go on is held
        // up.
        if (work.size() > 1 && clock.instant().isBefore(carefulUntil)) {
            work.forEach((partition, one) -> transact(policy, Map.of(partition, one)));
        } else if (!work.isEmpty()) {
            transact(policy, work);
        }
    }

    private Optional<Release.Work> work(
            GatePolicy policy, TopicPartition partition, ConsumerRecords<byte[], byte[]> records) {
        List<ConsumerRecord<byte[], byte[]>> taken = records.records(partition);
        OffsetAndMetadata next = records.nextOffsets().get(partition);
        OffsetAndMetadata behind =
                next == null ? new OffsetAndMetadata(taken.getLast().offset() + 1) : next;
        return Redeliveries.areIn(partition.topic())
                ? again(policy, partition, taken, behind)
                : Optional.of(new Release.Work(partitions.state(partition), taken, behind));
    }

    /** Of what is to be delivered again so much as can be fetched without letting others wait. */
    private Optional<Release.Work> again(
            GatePolicy policy,
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> taken,
            OffsetAndMetadata behind) {
        try {
            List<Asked> asked = redeliveries.fetch(policy, taken, consumer.assignment());
            if (asked.isEmpty()) {
                partitions.rewind(List.of(partition));
                return Optional.empty();
            }
            boolean all = asked.size() == taken.size();
            return Optional.of(new Release.Work(
                    partitions.state(partition),
                    taken.subList(0, asked.size()),
                    all ? behind : new OffsetAndMetadata(taken.get(asked.size()).offset()),
                    asked));
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException | Redeliveries.NotHeldException e) {
            partitions.postpone(partition, "what is to be delivered again cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void transact(GatePolicy policy, Map<TopicPartition, Release.Work> work) {
        switch (release.transact(policy, work, consumer.groupMetadata())) {
            case Release.Result.Committed committed -> {
                partitions.advance(committed.states());
                // Of these it was perhaps not all that was taken.
                work.forEach((partition, one) -> {
                    if (!one.asked().isEmpty()) {
                        consumer.seek(partition, one.next());
                    }
                });
            }
            case Release.Result.Superseded superseded -> partitions.rewind(work.keySet());
            case Release.Result.RolledBack rolledBack -> {
                carefulUntil = clock.instant().plus(CAREFUL);
                if (work.size() == 1) {
                    partitions.postpone(work.keySet().iterator().next(), rolledBack.reason());
                } else {
                    partitions.rewind(work.keySet());
                }
            }
        }
    }

    private boolean subscribe(Set<String> outboxes) {
        Instant now = clock.instant();
        excluded.entrySet().removeIf(entry -> {
            boolean over = !entry.getValue().isAfter(now) || !outboxes.contains(entry.getKey());
            if (over) {
                status.alarm(entry.getKey(), null);
            }
            return over;
        });
        Set<String> wanted = new TreeSet<>(outboxes);
        wanted.removeAll(excluded.keySet());
        if (!wanted.isEmpty() && !wanted.equals(subscribed)) {
            consumer.subscribe(wanted, partitions);
            LOG.info("event=subscribed outboxes={}", wanted);
        }
        subscribed = wanted;
        return !wanted.isEmpty();
    }

    private void exclude(Set<String> topics) {
        topics.forEach(topic -> {
            excluded.put(topic, clock.instant().plus(EXCLUSION));
            status.alarm(topic, "not authorised to read");
            LOG.error("event=outbox-excluded topic={} reason=\"not authorised to read\" retry={}", topic, EXCLUSION);
        });
    }

    /** Gives the partitions to other instances at once instead of after the session's timeout. */
    void leave() {
        consumer.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }

    @Override
    public void close() {
        status.left();
        excluded.keySet().forEach(topic -> status.alarm(topic, null));
        try {
            release.close();
        } finally {
            try {
                redeliveries.close();
            } finally {
                consumer.close();
            }
        }
    }
}
