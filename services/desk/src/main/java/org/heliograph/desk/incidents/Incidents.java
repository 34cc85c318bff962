package org.heliograph.desk.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.web.PageOf;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.json.JsonMapper;

/** The incidents that the party reported or received. */
public final class Incidents {

    private static final String WANTED = """
            from incident
            where (:direction is null or direction = :direction)
              and (:originator is null or originator = :originator)
              and (:type is null or type = :type)
              and (cast(:from as timestamptz) is null or occurred_at >= :from)
              and (cast(:to as timestamptz) is null or occurred_at < :to)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Incidents(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Latest incidents first. */
    public PageOf<StoredIncident> list(IncidentFilter filter, int page, int size) {
        return new PageOf<>(
                wanted("select * " + WANTED + "order by occurred_at desc, event_id limit :size offset :offset", filter)
                        .param("size", size)
                        .param("offset", (long) page * size)
                        .query((row, _) -> incident(row))
                        .list(),
                page,
                size,
                wanted("select count(*) " + WANTED, filter).query(Long.class).single());
    }

    /**
     * The reports with this id, one for each originator that used it; empty for what was neither reported nor received.
     *
     * @param originator only its report, if given
     */
    public List<StoredIncident> find(UUID eventId, @Nullable String originator) {
        return jdbc.sql("""
                        select * from incident
                        where event_id = :id and (:originator is null or originator = :originator)""")
                .param("id", eventId)
                .param("originator", originator, Types.VARCHAR)
                .query((row, _) -> incident(row))
                .list();
    }

    /** Does nothing if the report is there. */
    void insert(IncidentView incident, IncidentDirection direction, Instant storedAt) {
        jdbc.sql("""
                        insert into incident values (
                            :id, :direction, :originator, :incident, :context, :type, :status, :occurred, :stored,
                            cast(:content as jsonb))
                        on conflict (event_id, originator) do nothing""")
                .param("id", incident.eventId())
                .param("direction", direction.name())
                .param("originator", incident.originatorParty())
                .param("incident", incident.incidentId())
                .param("context", incident.contextId())
                .param("type", incident.type().name())
                .param("status", incident.status().name())
                .param("occurred", incident.occurredAt().atOffset(ZoneOffset.UTC))
                .param("stored", storedAt.atOffset(ZoneOffset.UTC))
                .param("content", json.writeValueAsString(incident))
                .update();
    }

    private StatementSpec wanted(String sql, IncidentFilter filter) {
        return jdbc.sql(sql)
                .param("direction", name(filter.direction()), Types.VARCHAR)
                .param("originator", filter.originator(), Types.VARCHAR)
                .param("type", name(filter.type()), Types.VARCHAR)
                .param("from", utc(filter.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", utc(filter.to()), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private StoredIncident incident(ResultSet row) throws SQLException {
        return new StoredIncident(
                row.getObject("event_id", UUID.class),
                IncidentDirection.valueOf(row.getString("direction")),
                row.getObject("stored_at", OffsetDateTime.class).toInstant(),
                json.readTree(row.getString("content")));
    }
}
