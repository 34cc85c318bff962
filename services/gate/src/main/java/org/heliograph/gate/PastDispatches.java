package org.heliograph.gate;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.sharing.policy.Topics;

/**
 * Dispatches that were judged long ago, and what their originators said of them since. A party says how an event is to
 * be handled in the case of the event, and so behind it in the same partition of its outbox: whoever has read from
 * there to the end knows. How far that was read is remembered, since others wait meanwhile. Confined to the loop's
 * thread.
 */
final class PastDispatches implements AutoCloseable {

    private final Shelf shelf;
    private final RecordJudge judge;
    private final int most;
    private final Duration atOnce;
    private final Map<TopicPartition, Since> known = new HashMap<>();

    /**
     * Nothing is read yet.
     *
     * @param most events of one partition that are remembered as spoken of; where there are more, all count as such
     * @param atOnce longest time that is read at once
     */
    PastDispatches(Shelf shelf, RecordJudge judge, int most, Duration atOnce) {
        this.shelf = shelf;
        this.judge = judge;
        this.most = most;
        this.atOnce = atOnce;
    }

    /** @param dispatch nothing if the outbox does not hold it any more */
    record Found(Optional<ConsumerRecord<byte[], byte[]>> dispatch) {}

    /** Of which events the originator said something from a place of its outbox on. */
    private final class Since {

        private final long from;
        private long next;
        // Asked by whoever examines, perhaps while more is read already.
        private final Set<UUID> handled = ConcurrentHashMap.newKeySet();

        Since(long from) {
            this.from = from;
            this.next = from;
        }

        void take(GatePolicy policy, ConsumerRecord<byte[], byte[]> record) {
            if (handled.size() <= most) {
                judge.handled(policy, Topics.owner(record.topic()), record.value())
                        .ifPresent(handled::add);
            }
        }

        boolean isHandled(UUID event) {
            return handled.size() > most || handled.contains(event);
        }
    }

    /** What was said of events from a place of an outbox on, to where the outbox ends now. Any thread. */
    @FunctionalInterface
    interface Handled {

        boolean is(UUID event);
    }

    /** Empty if there is more to read than can be read at once: ask again. */
    Optional<Handled> handledSince(GatePolicy policy, TopicPartition outbox, long offset) {
        Since since = known.get(outbox);
        if (since == null || since.from > offset) {
            since = new Since(offset);
            known.put(outbox, since);
        }
        long end = shelf.end(outbox);
        long begin = System.nanoTime();
        boolean comes = true;
        while (comes && since.next < end && System.nanoTime() - begin < atOnce.toNanos()) {
            Shelf.Slice slice = shelf.read(outbox, since.next);
            for (ConsumerRecord<byte[], byte[]> record : slice.records()) {
                since.take(policy, record);
            }
            comes = slice.next() > since.next;
            since.next = slice.next();
        }
        return since.next >= end ? Optional.of(since::isHandled) : Optional.empty();
    }

    /** Empty if it is long in coming: ask again. */
    Optional<Found> at(TopicPartition outbox, long offset) {
        Shelf.Slice slice = shelf.read(outbox, offset);
        if (!slice.records().isEmpty()) {
            ConsumerRecord<byte[], byte[]> first = slice.records().getFirst();
            return Optional.of(new Found(first.offset() == offset ? Optional.of(first) : Optional.empty()));
        }
        return slice.next() > offset ? Optional.of(new Found(Optional.empty())) : Optional.empty();
    }

    @Override
    public void close() {
        shelf.close();
    }
}
