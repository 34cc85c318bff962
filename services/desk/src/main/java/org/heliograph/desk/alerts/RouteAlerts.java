package org.heliograph.desk.alerts;

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
import tools.jackson.databind.json.JsonMapper;

/** The route alerts that the party received. */
public final class RouteAlerts {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RouteAlerts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Latest received first. */
    public PageOf<ReceivedAlert> list(int page, int size) {
        return new PageOf<>(
                jdbc.sql("""
                                select * from route_alert
                                order by received_at desc, event_id limit :size offset :offset""")
                        .param("size", size)
                        .param("offset", (long) page * size)
                        .query((row, _) -> alert(row))
                        .list(),
                page,
                size,
                jdbc.sql("select count(*) from route_alert").query(Long.class).single());
    }

    /**
     * The alerts with this id, one for each originator that used it; empty for what was never received.
     *
     * @param originator only its alert, if given
     */
    public List<ReceivedAlert> find(UUID eventId, @Nullable String originator) {
        return jdbc.sql("""
                        select * from route_alert
                        where event_id = :id and (:originator is null or originator = :originator)""")
                .param("id", eventId)
                .param("originator", originator, Types.VARCHAR)
                .query((row, _) -> alert(row))
                .list();
    }

    /** Does nothing if the alert is there. */
    void insert(RouteAlertView alert, Instant receivedAt) {
        jdbc.sql("""
                        insert into route_alert values (
                            :id, :originator, :route, :kind, :status, :tlp, :summary, :occurred, :received,
                            cast(:content as jsonb))
                        on conflict (event_id, originator) do nothing""")
                .param("id", alert.eventId())
                .param("originator", alert.originatorParty())
                .param("route", alert.routeId())
                .param("kind", alert.alertKind().name())
                .param("status", alert.status().name())
                .param("tlp", alert.tlp().name())
                .param("summary", alert.summary())
                .param("occurred", alert.occurredAt().atOffset(ZoneOffset.UTC))
                .param("received", receivedAt.atOffset(ZoneOffset.UTC))
                .param("content", json.writeValueAsString(alert))
                .update();
    }

    private ReceivedAlert alert(ResultSet row) throws SQLException {
        return new ReceivedAlert(
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                json.readTree(row.getString("content")));
    }
}
