package org.heliograph.desk.requests;

import static org.heliograph.desk.requests.RequestRow.instant;
import static org.heliograph.desk.requests.RequestRow.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.cooperation.Actor;
import org.heliograph.cooperation.Step;
import org.heliograph.events.CoopAct;
import org.heliograph.events.RequestState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

final class JdbcSteps implements RecordedSteps {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcSteps(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void insert(UUID requestId, RecordedStep recorded) {
        Step step = recorded.step();
        jdbc.sql("""
                        insert into coop_step (
                            request_id, addressee, seq, act, detail, from_state, to_state, actor, actor_role, taken_at,
                            event_id, causation_id)
                        values (
                            :id, :addressee, :seq, :act, cast(:detail as jsonb), :from, :to, :actor, :role, :at,
                            :event, :causation)
                        on conflict (request_id, addressee, seq) do nothing""")
                .param("id", requestId)
                .param("addressee", recorded.addressee())
                .param("seq", step.seq())
                .param("act", step.action().act().name())
                .param("detail", json.writeValueAsString(ActDetail.of(step.action())))
                .param("from", step.from().name())
                .param("to", step.to().name())
                .param("actor", step.actor().name())
                .param("role", recorded.actorRole())
                .param("at", timestamp(step.at()))
                .param("event", recorded.eventId())
                .param("causation", recorded.causation())
                .update();
    }

    @Override
    public List<RecordedStep> of(UUID requestId) {
        return jdbc.sql("select * from coop_step where request_id = :id order by addressee, seq")
                .param("id", requestId)
                .query((row, _) -> step(row))
                .list();
    }

    /** As {@link #of(UUID)}, of several requests; those without a step are missing. */
    Map<UUID, List<RecordedStep>> of(List<UUID> requestIds) {
        Map<UUID, List<RecordedStep>> byRequest = new HashMap<>();
        jdbc.sql("select * from coop_step where request_id = any(:ids) order by request_id, addressee, seq")
                .param("ids", requestIds.toArray(UUID[]::new))
                .query(row -> {
                    byRequest
                            .computeIfAbsent(row.getObject("request_id", UUID.class), _ -> new ArrayList<>())
                            .add(step(row));
                });
        return byRequest;
    }

    private RecordedStep step(ResultSet row) throws SQLException {
        CoopAct act = CoopAct.valueOf(row.getString("act"));
        @Nullable UUID causation = row.getObject("causation_id", UUID.class);
        ActDetail detail = json.readValue(row.getString("detail"), ActDetail.class);
        return new RecordedStep(
                row.getString("addressee"),
                new Step(
                        row.getInt("seq"),
                        RequestState.valueOf(row.getString("from_state")),
                        detail.action(act, causation),
                        RequestState.valueOf(row.getString("to_state")),
                        Actor.valueOf(row.getString("actor")),
                        instant(row, "taken_at")),
                row.getString("actor_role"),
                row.getObject("event_id", UUID.class),
                causation);
    }
}
