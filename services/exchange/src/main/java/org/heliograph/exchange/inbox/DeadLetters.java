package org.heliograph.exchange.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.exchange.inbox.DeadLetter.Act;
import org.heliograph.exchange.inbox.DeadLetter.Discard;
import org.heliograph.exchange.inbox.DeadLetter.Resolution;
import org.heliograph.exchange.wire.CopyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records that could not be applied, in the owner's own database, and those of the same case that wait behind them. */
final class DeadLetters {

    private static final String COLUMNS = """
            select id, topic, partition, record_offset, originator, event_id, event_type, context_id, reason, behind,
                   at, resolution, resolved_at, discard_by, discard_reason
            from dead_letter
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DeadLetters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The first letter, not resolved, of what the same originator said in the same case. Another originator's trouble
     * holds nothing back: between the two there is no order to keep.
     */
    Optional<Long> before(@Nullable String originator, @Nullable String contextId) {
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

    /** The same, locked: nobody resolves it, so that what is kept behind it in this transaction is not forgotten. */
    Optional<Long> lockBefore(Arrival arrival) {
        while (true) {
            Optional<Long> before = before(arrival.originator(), arrival.contextId());
            if (before.isEmpty() || lock(before.get()).isOpen()) {
                return before;
            }
        }
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

    /** Forgets the content of what was taken back, whether it waits still or was settled otherwise. */
    void recalled(ConsumerRecord<String, byte[]> record) {
        jdbc.sql("select id from dead_letter where topic = ? and record_key = ? and resolved_at is null for update")
                .params(record.topic(), record.key())
                .query(Long.class)
                .list()
                .forEach(id -> resolve(id, Resolution.RECALLED, "originator", null, null));
        jdbc.sql("update dead_letter set value = ''::bytea where topic = ? and record_key = ?")
                .params(record.topic(), record.key())
                .update();
    }

    /** The first of each case that is chosen, oldest first; what nobody knows the case of is a first by itself. */
    List<DeadLetter> firsts(DeadLetterOffice.Choice choice, long after, int most) {
        return jdbc.sql(COLUMNS + """
                        letter
                        where resolved_at is null and id > :after
                          and (cast(:originator as text) is null or originator = :originator)
                          and (cast(:eventType as text) is null or event_type = :eventType)
                          and (cast(:reason as text) is null or starts_with(reason, :reason))
                          and not exists (select 1 from dead_letter earlier
                                          where earlier.resolved_at is null and earlier.id < letter.id
                                            and earlier.context_id = letter.context_id
                                            and earlier.originator = letter.originator)
                        order by id limit :most""")
                .param("after", after)
                .param("originator", choice.originator())
                .param("eventType", choice.eventType())
                .param("reason", choice.reason())
                .param("most", most)
                .query(DeadLetters::letter)
                .list();
    }

    List<DeadLetter> list(boolean open, long after, int most) {
        return jdbc.sql(COLUMNS + "where id > ? " + (open ? "and resolved_at is null " : "") + "order by id limit ?")
                .params(after, most)
                .query(DeadLetters::letter)
                .list();
    }

    Optional<DeadLetter> find(long id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(DeadLetters::letter)
                .optional();
    }

    long open() {
        return jdbc.sql("select count(*) from dead_letter where resolved_at is null")
                .query(Long.class)
                .single();
    }

    /** Holds it until the transaction ends; throws if it does not exist. */
    DeadLetter lock(long id) {
        return jdbc.sql(COLUMNS + "where id = ? for update")
                .param(id)
                .query(DeadLetters::letter)
                .optional()
                .orElseThrow(() -> DeadLetterOffice.unknown(id));
    }

    Optional<byte[]> value(long id) {
        return jdbc.sql("select value from dead_letter where id = ? and octet_length(value) > 0")
                .param(id)
                .query(byte[].class)
                .optional();
    }

    /** As it arrived. */
    Optional<ConsumerRecord<String, byte[]>> record(long id) {
        return jdbc.sql("select topic, partition, record_offset, record_key, value from dead_letter where id = ?")
                .param(id)
                .query((row, number) -> new ConsumerRecord<>(
                        row.getString(1), row.getInt(2), row.getLong(3), row.getString(4), row.getBytes(5)))
                .optional();
    }

    List<Act> acts(long id) {
        return jdbc.sql("select act, actor, reason, at, notice from dead_letter_act where letter = ? order by id")
                .param(id)
                .query((row, number) -> new Act(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getObject(5, UUID.class)))
                .list();
    }

    void applied(long id, Actor actor, @Nullable UUID notice) {
        resolve(id, Resolution.APPLIED, actor.name(), null, notice);
    }

    void failedAgain(long id, Actor actor, String reason, @Nullable UUID notice) {
        jdbc.sql("update dead_letter set reason = ? where id = ? and resolved_at is null")
                .params(reason, id)
                .update();
        act(id, "RETRY_FAILED", actor.name(), reason, notice);
    }

    void discardProposed(long id, Actor actor, String reason, @Nullable UUID notice) {
        jdbc.sql("update dead_letter set discard_by = ?, discard_reason = ? where id = ?")
                .params(actor.name(), reason, id)
                .update();
        act(id, "DISCARD_PROPOSED", actor.name(), reason, notice);
    }

    void discarded(long id, Actor actor, String reason, @Nullable UUID notice) {
        resolve(id, Resolution.DISCARDED, actor.name(), reason, notice);
    }

    void returned(long id, Actor actor, String reason, @Nullable UUID notice) {
        resolve(id, Resolution.RETURNED, actor.name(), reason, notice);
    }

    private void resolve(long id, Resolution resolution, String actor, @Nullable String reason, @Nullable UUID notice) {
        jdbc.sql("""
                        update dead_letter
                        set resolution = :resolution, resolved_at = :at
                        where id = :id""")
                .param("resolution", resolution.name())
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        act(id, resolution.name(), actor, reason, notice);
    }

    private void act(long id, String act, String actor, @Nullable String reason, @Nullable UUID notice) {
        jdbc.sql("""
                        insert into dead_letter_act (letter, act, actor, reason, at, notice)
                        values (:letter, :act, :actor, :reason, :at, :notice)""")
                .param("letter", id)
                .param("act", act)
                .param("actor", actor)
                .param("reason", reason)
                .param("at", Timestamp.from(clock.instant()))
                .param("notice", notice)
                .update();
    }

    private static DeadLetter letter(ResultSet row, int number) throws SQLException {
        String resolution = row.getString("resolution");
        String discardBy = row.getString("discard_by");
        Timestamp resolvedAt = row.getTimestamp("resolved_at");
        return new DeadLetter(
                row.getLong("id"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getString("originator"),
                row.getObject("event_id", UUID.class),
                row.getString("event_type"),
                row.getString("context_id"),
                row.getString("reason"),
                row.getObject("behind", Long.class),
                row.getTimestamp("at").toInstant(),
                resolution == null ? null : Resolution.valueOf(resolution),
                resolvedAt == null ? null : resolvedAt.toInstant(),
                discardBy == null ? null : new Discard(discardBy, row.getString("discard_reason")));
    }
}
