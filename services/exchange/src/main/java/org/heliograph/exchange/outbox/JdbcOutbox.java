package org.heliograph.exchange.outbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.exchange.wire.Partitions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The outbox as rows in the service's own database. */
final class JdbcOutbox implements Outbox {

    private final JdbcClient jdbc;
    private final EventFinisher finisher;
    private final TraceSource traces;
    private final int buckets;
    private final IntConsumer wake;

    /** @param wake told the bucket after each commit that added to it */
    JdbcOutbox(JdbcClient jdbc, EventFinisher finisher, TraceSource traces, int buckets, IntConsumer wake) {
        this.jdbc = jdbc;
        this.finisher = finisher;
        this.traces = traces;
        this.buckets = buckets;
        this.wake = wake;
    }

    @Override
    public void add(SpecificRecord event, Distribution distribution) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An event is added inside the transaction that it tells about");
        }
        FinishedEvent finished = finisher.finish(event, distribution);
        int bucket = Partitions.of(finished.envelope().getContextId(), buckets);
        // Held until the commit, and taken before the id is drawn: ids of a bucket are in the order of commits.
        boolean schemaKnown = jdbc.sql("select pg_advisory_xact_lock(?, ?),"
                        + " exists (select 1 from outbox_schema where fingerprint = ?) known")
                .params(AdvisoryLocks.ADDING, bucket, finished.fingerprint())
                .query((row, number) -> row.getBoolean("known"))
                .single();
        if (!schemaKnown) {
            jdbc.sql("insert into outbox_schema (fingerprint, schema) values (?, ?) on conflict do nothing")
                    .params(finished.fingerprint(), finished.schema().toString())
                    .update();
        }
        insert(finished, distribution, bucket);
        wakeAfterCommit(bucket);
    }

    @Override
    public long waiting(String eventType) {
        return jdbc.sql("select count(*) from outbox where sent_at is null and held_at is null and event_type = ?")
                .param(eventType)
                .query(Long.class)
                .single();
    }

    @Override
    public List<OwnEvent> latest(long offset, int most) {
        return jdbc.sql("select event_id, event_type, context_id from outbox order by id desc limit ? offset ?")
                .param(most)
                .param(offset)
                .query((row, number) -> new OwnEvent(
                        row.getObject("event_id", UUID.class),
                        row.getString("event_type"),
                        row.getString("context_id")))
                .list();
    }

    @Override
    public Optional<OwnEvent> find(UUID eventId) {
        return jdbc.sql("select event_type, context_id from outbox where event_id = ?")
                .param(eventId)
                .query((row, number) -> new OwnEvent(eventId, row.getString("event_type"), row.getString("context_id")))
                .optional();
    }

    private void insert(FinishedEvent finished, Distribution distribution, int bucket) {
        Envelope envelope = finished.envelope();
        jdbc.sql("""
                insert into outbox (bucket, event_id, event_type, context_id, releasable_to, not_releasable_to,
                                    fingerprint, event, signature, traceparent)
                values (:bucket, :eventId, :eventType, :contextId, :releasableTo, :notReleasableTo,
                        :fingerprint, :event, :signature, :traceparent)
                """)
                .param("bucket", bucket)
                .param("eventId", envelope.getEventId())
                .param("eventType", envelope.getEventType())
                .param("contextId", envelope.getContextId())
                .param("releasableTo", distribution.getReleasableTo().toArray(new String[0]))
                .param("notReleasableTo", distribution.getNotReleasableTo().toArray(new String[0]))
                .param("fingerprint", finished.fingerprint())
                .param("event", finished.binary())
                .param("signature", finished.signature())
                .param("traceparent", traces.traceparent())
                .update();
    }

    private void wakeAfterCommit(int bucket) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.accept(bucket);
            }
        });
    }
}
