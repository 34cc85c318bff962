package org.heliograph.exchange.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.heliograph.events.Dispatch;
import org.heliograph.exchange.tracing.Step;
import org.heliograph.exchange.wire.EventSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one bucket as long as nothing goes wrong. Its beginning fences whoever sent the bucket before and learns where
 * that one ended; after any failure it is thrown away and another begins. Used by one thread.
 */
final class BucketSession implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BucketSession.class);
    private static final long CHUNK_BYTES = 4_000_000;
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final RelayContext context;
    private final int bucket;
    private final BucketRows rows;
    private final EventSerializer<Dispatch> dispatches;
    private final Producer<String, byte[]> producer;
    private final Set<String> missing = new HashSet<>();
    private long next;

    private BucketSession(RelayContext context, RelayConnection connection, int bucket) {
        this.context = context;
        this.bucket = bucket;
        this.rows = new BucketRows(connection, bucket);
        this.dispatches = new EventSerializer<>(context.schemas());
        Map<String, Object> config = context.clients().transactionalProducer("relay-" + bucket);
        this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    static BucketSession begin(RelayContext context, RelayConnection connection, int bucket) throws SQLException {
        var session = new BucketSession(context, connection, bucket);
        try {
            session.producer.initTransactions();
            OutboxTail tail = context.tails().read(bucket, 2 * context.chunk() + 16, session.rows.lastNoted());
            session.next = new Reconciliation(bucket, tail).apply(connection);
            return session;
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** Sends one chunk and returns how many dispatches that were; 0 if nothing can be sent now. */
    int sendChunk() throws SQLException {
        Set<String> unregistered = new HashSet<>();
        List<OutboxRow> chunk = rows.unsent(context.chunk(), CHUNK_BYTES, unregistered);
        while (noteUnregistered(chunk, unregistered)) {
            chunk = rows.unsent(context.chunk(), CHUNK_BYTES, unregistered);
        }
        if (chunk.isEmpty()) {
            return 0;
        }
        rows.assign(chunk, next);
        Instant begin = Instant.now();
        long[] offsets = send(chunk);
        tell(chunk, offsets, begin);
        rows.sent(chunk, offsets);
        next += chunk.size();
        return chunk.size();
    }

    private void tell(List<OutboxRow> chunk, long[] offsets, Instant begin) {
        if (context.spans().areCollected()) {
            for (int index = 0; index < offsets.length; index++) {
                Step step = Step.send(context.topic(), bucket, offsets[index]);
                context.spans().follow(chunk.get(index).traceparent(), step, begin);
            }
        }
    }

    private boolean noteUnregistered(List<OutboxRow> chunk, Set<String> unregistered) throws SQLException {
        boolean found = false;
        for (String fingerprint :
                new HashSet<>(chunk.stream().map(OutboxRow::fingerprint).toList())) {
            if (context.schemas().idOf(rows.schema(fingerprint)).isEmpty()) {
                found |= unregistered.add(fingerprint);
                if (missing.add(fingerprint)) {
                    String name = rows.schema(fingerprint).getFullName();
                    log.warn("outbox.relay schema is not registered yet bucket={} schema={}", bucket, name);
                }
            }
        }
        return found;
    }

    private long[] send(List<OutboxRow> chunk) throws SQLException {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(chunk.size());
        for (int index = 0; index < chunk.size(); index++) {
            records.add(record(chunk.get(index), next + index));
        }
        List<Future<RecordMetadata>> results = new ArrayList<>(chunk.size());
        try {
            producer.beginTransaction();
            records.forEach(record -> results.add(producer.send(record)));
            producer.commitTransaction();
        } catch (KafkaException e) {
            holdWhatIsTooLarge(chunk, results);
            throw e;
        }
        return results.stream().mapToLong(BucketSession::offset).toArray();
    }

    private ProducerRecord<String, byte[]> record(OutboxRow row, long seq) throws SQLException {
        OptionalInt schemaId = context.schemas().idOf(rows.schema(row.fingerprint()));
        byte[] value = dispatches.write(context.topic(), row.dispatch(seq, schemaId.orElseThrow()));
        var record = new ProducerRecord<>(context.topic(), bucket, row.contextId(), value);
        String traceparent = row.traceparent();
        if (traceparent != null) {
            record.headers().add("traceparent", traceparent.getBytes(StandardCharsets.US_ASCII));
        }
        return record;
    }

    // Only what fails for its own sake is held; everything else in the aborted transaction is sent again.
    private void holdWhatIsTooLarge(List<OutboxRow> chunk, List<Future<RecordMetadata>> results) throws SQLException {
        for (int index = 0; index < results.size(); index++) {
            Future<RecordMetadata> result = results.get(index);
            if (result.state() == Future.State.FAILED && result.exceptionNow() instanceof RecordTooLargeException) {
                OutboxRow row = chunk.get(index);
                rows.hold(row, "RecordTooLargeException");
                log.error("outbox.relay held bucket={} row={} reason=RecordTooLargeException", bucket, row.id());
            }
        }
    }

    private static long offset(Future<RecordMetadata> sent) {
        try {
            return sent.get().offset();
        } catch (ExecutionException e) {
            throw new KafkaException("A committed transaction lacks a record", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
    }
}
