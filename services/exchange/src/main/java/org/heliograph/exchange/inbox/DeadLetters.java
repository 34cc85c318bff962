package org.heliograph.exchange.inbox;

import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records that could not be applied, in the owner's own database, and those of the same case that wait behind them. */
final class DeadLetters {

    private final JdbcClient jdbc;

    DeadLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first letter of the case that is not resolved. */
    Optional<Long> open(String contextId) {
        return jdbc.sql("select min(id) from dead_letter where context_id = ? and resolved_at is null")
                .param(contextId)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    /**
     * Keeps a record; does nothing if it is kept already.
     *
     * @param arrival what is known of it, null if it makes no sense
     * @param behind the letter that it waits for, null if it is the trouble itself
     */
    void keep(ConsumerRecord<String, byte[]> record, @Nullable Arrival arrival, String reason, @Nullable Long behind) {
        jdbc.sql("""
                insert into dead_letter (topic, partition, record_offset, record_key, value,
                                         event_id, event_type, context_id, reason, behind)
                values (:topic, :partition, :offset, :key, :value, :eventId, :eventType, :contextId, :reason, :behind)
                on conflict (topic, partition, record_offset) do nothing
                """)
                .param("topic", record.topic())
                .param("partition", record.partition())
                .param("offset", record.offset())
                .param("key", record.key())
                .param("value", record.value())
                .param("eventId", arrival == null ? eventId(record) : arrival.eventId())
                .param("eventType", arrival == null ? null : arrival.eventType())
                .param("contextId", arrival == null ? null : arrival.contextId())
                .param("reason", reason)
                .param("behind", behind)
                .update();
    }

    // The gate keys each copy by its event id.
    private static @Nullable UUID eventId(ConsumerRecord<String, byte[]> record) {
        try {
            return record.key() == null ? null : UUID.fromString(record.key());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
