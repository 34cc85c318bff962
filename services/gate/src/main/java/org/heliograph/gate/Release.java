package org.heliograph.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.heliograph.sharing.policy.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges a batch and writes all that follows from it, with the offsets and the state of the partitions, in one
 * transaction. Either all of it is there or nothing. Confined to the loop's thread.
 */
final class Release implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Release.class);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final RecordJudge judge;
    private final RedeliveryJudge again;
    private final GateMetrics metrics;
    private final TransactionSpans spans;
    private final InstantSource clock;
    private @Nullable Producer<byte[], byte[]> producer;

    Release(
            Supplier<Producer<byte[], byte[]>> producers,
            RecordJudge judge,
            GateMetrics metrics,
            TransactionSpans spans,
            InstantSource clock) {
        this.producers = producers;
        this.judge = judge;
        this.again = new RedeliveryJudge(judge);
        this.metrics = metrics;
        this.spans = spans;
        this.clock = clock;
    }

    /**
     * Records of one partition in order, the state before them, and where to go on after them.
     *
     * @param asked what was fetched for each record, where they ask for something to be delivered again; else nothing
     */
    record Work(
            PartitionState state,
            List<ConsumerRecord<byte[], byte[]>> records,
            OffsetAndMetadata next,
            List<Asked> asked) {

        /** Of records that are dispatches themselves. */
        Work(PartitionState state, List<ConsumerRecord<byte[], byte[]>> records, OffsetAndMetadata next) {
            this(state, records, next, List.of());
        }
    }

    sealed interface Result {

        record Committed(Map<TopicPartition, PartitionState> states) implements Result {}

        /** The partitions may belong to another instance by now. */
        record Superseded() implements Result {}

        record RolledBack(String reason) implements Result {}
    }

    /** Ends what an earlier producer of this instance left open. */
    void prepare() {
        producer();
    }

    Result transact(GatePolicy policy, Map<TopicPartition, Work> work, ConsumerGroupMetadata group) {
        long begin = System.nanoTime();
        Batch batch = new Batch();
        // One instant for all: what is audited as judged then was judged by the grants of then.
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Iterator<Ruling.Verdict> verdicts = examine(policy, at, work.values());
        try {
            Producer<byte[], byte[]> writer = producer();
            writer.beginTransaction();
            work.forEach((partition, one) -> batch.write(writer, policy, partition, one, verdicts, at));
            if (work.values().stream().anyMatch(one -> !one.asked().isEmpty())) {
                // The copies must lie there before the group is asked whether these partitions are still ours: whoever
                // has them next may take back what was copied, and that has to come after it.
                writer.flush();
                batch.demandWritten();
            }
            writer.sendOffsetsToTransaction(batch.offsets, group);
            writer.commitTransaction();
        } catch (FencedInstanceIdException e) {
            throw e;
        } catch (CommitFailedException e) {
            LOG.info("event=transaction-superseded partitions={}", work.keySet());
            rollBack();
            spans.givenUp(at, work.keySet(), count(work), "superseded");
            return new Result.Superseded();
        } catch (RuntimeException e) {
            String reason = batch.reason(e);
            LOG.warn("event=transaction-rolled-back partitions={} reason=\"{}\"", work.keySet(), reason);
            rollBack();
            spans.givenUp(at, work.keySet(), count(work), "rolled-back");
            return new Result.RolledBack(reason);
        }
        metrics.committed(Duration.ofNanos(System.nanoTime() - begin));
        metrics.judged(batch.accounts);
        spans.committed(at, work.keySet(), batch.accounts);
        BatchReport.log(batch.accounts);
        return new Result.Committed(batch.states);
    }

    private static long count(Map<TopicPartition, Work> work) {
        return work.values().stream().mapToLong(one -> one.records().size()).sum();
    }

    private Iterator<Ruling.Verdict> examine(GatePolicy policy, Instant at, Collection<Work> work) {
        List<Supplier<Ruling.Verdict>> all =
                work.stream().flatMap(one -> examinations(policy, at, one)).toList();
        return new Examination<>(all, Supplier::get);
    }

    private Stream<Supplier<Ruling.Verdict>> examinations(GatePolicy policy, Instant at, Work work) {
        return work.asked().isEmpty()
                ? work.records().stream()
                        .map(record -> () -> judge.examine(policy, Topics.owner(record.topic()), at, record.value()))
                : work.asked().stream().map(asked -> () -> again.examine(policy, at, asked));
    }

    private Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> writer = producer;
        if (writer == null) {
            writer = producers.get();
            producer = writer;
        }
        return writer;
    }

    /**
     * The next producer ends what this one left open. The same one must not go on: offsets that it could not send any
     * more in a transaction that was aborted it would send in its next one, and the records before them would be lost.
     */
    private void rollBack() {
        metrics.rolledBack();
        Producer<byte[], byte[]> writer = producer;
        if (writer != null) {
            writer.close(Duration.ZERO);
            producer = null;
        }
    }

    @Override
    public void close() {
        Producer<byte[], byte[]> writer = producer;
        if (writer != null) {
            writer.close(Duration.ofSeconds(5));
            producer = null;
        }
    }

    private static final class Batch {

        private final Map<TopicPartition, PartitionState> states = new HashMap<>();
        private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        private final List<Account> accounts = new ArrayList<>();
        private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

        void write(
                Producer<byte[], byte[]> writer,
                GatePolicy policy,
                TopicPartition partition,
                Work work,
                Iterator<Ruling.Verdict> verdicts,
                Instant at) {
            PartitionState state = work.state();
            for (ConsumerRecord<byte[], byte[]> record : work.records()) {
                Ruling ruling = RecordJudge.rule(state, verdicts.next());
                Outputs outputs = Outputs.of(policy, state, record, ruling, at);
                outputs.records().forEach(output -> send(writer, output));
                accounts.add(outputs.account());
                state = outputs.next();
            }
            states.put(partition, state);
            offsets.put(
                    partition,
                    new OffsetAndMetadata(
                            work.next().offset(), work.next().leaderEpoch(), CommitMetadata.write(state)));
        }

        private void send(Producer<byte[], byte[]> writer, ProducerRecord<byte[], byte[]> output) {
            var _ = writer.send(output, (metadata, error) -> {
                if (error != null) {
                    failure.compareAndSet(null, output.topic() + " cannot be written: " + error.getMessage());
                }
            });
            demandWritten();
        }

        void demandWritten() {
            if (failure.get() != null) {
                throw new IllegalStateException("a write of this transaction failed");
            }
        }

        /** The first write that failed says more than what followed from it. */
        String reason(RuntimeException error) {
            String first = failure.get();
            return first != null ? first : error.getClass().getSimpleName() + ": " + error.getMessage();
        }
    }
}
