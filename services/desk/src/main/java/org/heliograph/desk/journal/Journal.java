package org.heliograph.desk.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.desk.StorableText;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.storage.Conditions;
import org.heliograph.desk.web.PageOf;
import org.heliograph.events.Envelope;
import org.heliograph.events.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.json.JsonMapper;

/** The events that the party sent or received, as far as kinds are kept here. */
public final class Journal {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Journal(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Latest first, in the order in which they were sent or came: that of their originator within a case. */
    public PageOf<JournalEntry> list(JournalKind<?> kind, JournalFilter filter, int page, int size) {
        return new PageOf<>(
                wanted("select *", kind, filter, "order by number desc limit :size offset :offset")
                        .param("size", size)
                        .param("offset", (long) page * size)
                        .query((row, _) -> entry(row))
                        .list(),
                page,
                size,
                wanted("select count(*)", kind, filter, "").query(Long.class).single());
    }

    /**
     * The events with this id, one for each originator that used it; empty for what was neither sent nor received.
     *
     * @param originator only its event, if given
     */
    public List<JournalEntry> find(JournalKind<?> kind, UUID eventId, @Nullable String originator) {
        Conditions wanted = new Conditions()
                .and("event_id = :id", "id", eventId)
                .and("event_type = :type", "type", kind.eventType())
                .and("originator = :originator", "originator", originator);
        return wanted.bind(jdbc.sql("select * from journal" + wanted.where()))
                .query((row, _) -> entry(row))
                .list();
    }

    /** All events of a matter, in the order in which they were sent or came. */
    public List<JournalEntry> about(JournalKind<?> kind, String subject) {
        return jdbc.sql("select * from journal where event_type = :type and subject = :subject order by number")
                .param("type", kind.eventType())
                .param("subject", subject)
                .query((row, _) -> entry(row))
                .list();
    }

    /** The case in which the party spoke of a matter before. */
    public Optional<CaseFile> ownCase(JournalKind<?> kind, String subject) {
        return jdbc.sql("""
                        select context_id, status from journal
                        where event_type = :type and subject = :subject and direction = 'OUT'
                        order by number desc limit 1""")
                .param("type", kind.eventType())
                .param("subject", subject)
                .query((row, _) -> {
                    String context = row.getString("context_id");
                    return new CaseFile(
                            UUID.fromString(context.substring(context.indexOf(':') + 1)),
                            Status.valueOf(row.getString("status")));
                })
                .optional();
    }

    /** Until the end of the transaction of the caller nobody else at this service may hold the same matter. */
    public void hold(JournalKind<?> kind, String subject) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:matter, 0))")
                .param("matter", kind.eventType() + " " + subject)
                .query((_, _) -> true)
                .single();
    }

    /** Does nothing if the event is there. */
    <E extends SpecificRecord> void insert(JournalKind<E> kind, E event, JournalDirection direction, Instant storedAt) {
        Envelope envelope = (Envelope) event.get(0);
        int inserted = jdbc.sql("""
                        insert into journal (
                            event_id, originator, event_type, direction, subject, context_id, status, stored_at,
                            content)
                        values (
                            :id, :originator, :type, :direction, :subject, :context, :status, :stored,
                            cast(:content as jsonb))
                        on conflict (event_id, originator) do nothing""")
                .param("id", envelope.getEventId())
                .param("originator", envelope.getOriginatorParty())
                .param("type", kind.eventType())
                .param("direction", direction.name())
                .param("subject", StorableText.of(kind.subject().apply(event)))
                .param("context", envelope.getContextId())
                .param("status", envelope.getStatus().name())
                .param("stored", storedAt.atOffset(ZoneOffset.UTC))
                .param("content", json.writeValueAsString(kind.view().apply(event)))
                .update();
        if (inserted > 0) {
            supersede(kind.eventType(), envelope);
        }
    }

    private void supersede(String eventType, Envelope by) {
        jdbc.sql("""
                        update journal set superseded = true
                        where event_type = :type and originator = :originator and context_id = :context
                          and not superseded and event_id <> :id""")
                .param("type", eventType)
                .param("originator", by.getOriginatorParty())
                .param("context", by.getContextId())
                .param("id", by.getEventId())
                .update();
    }

    private StatementSpec wanted(String select, JournalKind<?> kind, JournalFilter filter, String order) {
        Conditions wanted = new Conditions()
                .and("event_type = :type", "type", kind.eventType())
                .and("direction = :direction", "direction", filter.direction())
                .and("originator = :originator", "originator", filter.originator())
                .and("subject = :subject", "subject", filter.subject());
        if (!filter.history()) {
            wanted.and("not superseded");
        }
        return wanted.bind(jdbc.sql(select + " from journal" + wanted.where() + order));
    }

    private JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getObject("event_id", UUID.class),
                JournalDirection.valueOf(row.getString("direction")),
                row.getObject("stored_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("superseded"),
                json.readTree(row.getString("content")));
    }
}
