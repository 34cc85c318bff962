package org.heliograph.desk.requests;

import static org.heliograph.desk.requests.RequestRow.instant;
import static org.heliograph.desk.requests.RequestRow.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.heliograph.events.CoopAct;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

final class JdbcCommands implements KnownCommands {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcCommands(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void insert(Command command) {
        jdbc.sql("""
                        insert into coop_command (
                            event_id, request_id, direction, requester, addressee, role, act, detail, asked_at)
                        values (
                            :event, :id, :direction, :requester, :addressee, :role, :act, cast(:detail as jsonb), :at)
                        on conflict do nothing""")
                .param("event", command.eventId())
                .param("id", command.requestId())
                .param("direction", command.direction().name())
                .param("requester", command.requester())
                .param("addressee", command.addressee())
                .param("role", command.role())
                .param("act", command.action().act().name())
                .param("detail", json.writeValueAsString(ActDetail.of(command.action())))
                .param("at", timestamp(command.askedAt()))
                .update();
    }

    @Override
    public List<Command> of(UUID requestId) {
        return jdbc.sql("select * from coop_command where request_id = :id order by asked_at, addressee, event_id")
                .param("id", requestId)
                .query((row, _) -> command(row))
                .list();
    }

    private Command command(ResultSet row) throws SQLException {
        ActDetail detail = json.readValue(row.getString("detail"), ActDetail.class);
        return new Command(
                row.getObject("event_id", UUID.class),
                row.getObject("request_id", UUID.class),
                Direction.valueOf(row.getString("direction")),
                row.getString("requester"),
                row.getString("addressee"),
                row.getString("role"),
                detail.action(CoopAct.valueOf(row.getString("act")), null),
                instant(row, "asked_at"));
    }
}
