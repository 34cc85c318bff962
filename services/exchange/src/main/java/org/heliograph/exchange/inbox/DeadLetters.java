package org.heliograph.exchange.inbox;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.exchange.wire.CopyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records that could not be applied, in the owner's own database, and those of the same case that wait behind them. */
final class DeadLetters {

    private final JdbcClient jdbc;

    DeadLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The first letter, not resolved, of what the same originator said in the same case. Another originator's trouble
     * holds nothing back: between the two there is no order to keep.
     */
    Optional<Long> before(Arrival arrival) {
        String contextId = arrival.contextId();
        String originator = arrival.originator();
        if (contextId == null || originator == null) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select min(id) from dead_letter
                        where context_id = ? and originator = ? and resolved_at is null""")
                .params(contextId, originator)
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
        Optional<CopyKey> key = CopyKey.parse(record.key());
        jdbc.sql("""
                insert into dead_letter (topic, partition, record_offset, record_key, value,
                                         originator, event_id, event_type, context_id, reason, behind)
                values (:topic, :partition, :offset, :key, :value, :originator, :eventId, :eventType, :contextId,
                        :reason, :behind)
                on conflict (topic, partition, record_offset) do nothing
                """)
                .param("topic", record.topic())
                .param("partition", record.partition())
                .param("offset", record.offset())
                .param("key", record.key())
                .param("value", record.value())
                .param(
                        "originator",
                        arrival == null ? key.map(CopyKey::originator).orElse(null) : arrival.originator())
                .param("eventId", arrival == null ? key.map(CopyKey::eventId).orElse(null) : arrival.eventId())
                .param("eventType", arrival == null ? null : arrival.eventType())
                .param("contextId", arrival == null ? null : arrival.contextId())
                .param("reason", reason)
                .param("behind", behind)
                .update();
    }
}
