package org.heliograph.desk.requests;

import static org.heliograph.desk.requests.RequestRow.array;
import static org.heliograph.desk.requests.RequestRow.instant;
import static org.heliograph.desk.requests.RequestRow.strings;
import static org.heliograph.desk.requests.RequestRow.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.heliograph.cooperation.Actor;
import org.heliograph.cooperation.Step;
import org.heliograph.events.ReasonCode;
import org.heliograph.events.RequestState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened to requests: numbered steps, and withdrawals on their way to one. */
final class JdbcSteps {

    private final JdbcClient jdbc;

    JdbcSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does nothing if the addressee has a step of this number. */
    void insert(UUID requestId, RecordedStep recorded) {
        Step step = recorded.step();
        StateDetail detail = StateDetail.of(step.to());
        @Nullable ReasonCode code = detail.reasonCode();
        jdbc.sql("""
                        insert into coop_step values (
                            :id, :addressee, :seq, :from, :to, :actor, :role, :code, :text, :redirect, :conditions,
                            :at, :event)
                        on conflict (request_id, addressee, seq) do nothing""")
                .param("id", requestId)
                .param("addressee", recorded.addressee())
                .param("seq", step.seq())
                .param("from", step.from().name())
                .param("to", step.to().name().name())
                .param("actor", step.actor().name())
                .param("role", recorded.actorRole())
                .param("code", code == null ? null : code.name())
                .param("text", detail.reasonText())
                .param("redirect", detail.redirect())
                .param("conditions", array(detail.conditions()))
                .param("at", timestamp(step.at()))
                .param("event", recorded.eventId())
                .update();
    }

    /** By addressee, in order; those after a gap too. */
    List<RecordedStep> of(UUID requestId) {
        return jdbc.sql("select * from coop_step where request_id = :id order by addressee, seq")
                .param("id", requestId)
                .query((row, _) -> step(row))
                .list();
    }

    List<RecordedStep> of(UUID requestId, String addressee) {
        return of(requestId).stream()
                .filter(recorded -> recorded.addressee().equals(addressee))
                .toList();
    }

    /** Does nothing if the addressee was asked before. */
    void insert(Withdrawal withdrawal) {
        jdbc.sql("""
                        insert into coop_withdrawal values (
                            :event, :id, :direction, :requester, :addressee, :role, :reason, :at)
                        on conflict do nothing""")
                .param("event", withdrawal.eventId())
                .param("id", withdrawal.requestId())
                .param("direction", withdrawal.direction().name())
                .param("requester", withdrawal.requester())
                .param("addressee", withdrawal.addressee())
                .param("role", withdrawal.role())
                .param("reason", withdrawal.reason())
                .param("at", timestamp(withdrawal.askedAt()))
                .update();
    }

    List<Withdrawal> withdrawals(UUID requestId) {
        return jdbc.sql("select * from coop_withdrawal where request_id = :id order by asked_at, addressee")
                .param("id", requestId)
                .query((row, _) -> withdrawal(row))
                .list();
    }

    private static RecordedStep step(ResultSet row) throws SQLException {
        @Nullable String code = row.getString("reason_code");
        StateDetail detail = new StateDetail(
                code == null ? null : ReasonCode.valueOf(code),
                row.getString("reason_text"),
                row.getString("redirect"),
                strings(row.getArray("conditions")));
        return new RecordedStep(
                row.getString("addressee"),
                new Step(
                        row.getInt("seq"),
                        RequestState.valueOf(row.getString("from_state")),
                        detail.state(RequestState.valueOf(row.getString("to_state"))),
                        Actor.valueOf(row.getString("actor")),
                        instant(row, "taken_at")),
                row.getString("actor_role"),
                row.getObject("event_id", UUID.class));
    }

    private static Withdrawal withdrawal(ResultSet row) throws SQLException {
        return new Withdrawal(
                row.getObject("event_id", UUID.class),
                row.getObject("request_id", UUID.class),
                Direction.valueOf(row.getString("direction")),
                row.getString("requester"),
                row.getString("addressee"),
                row.getString("role"),
                row.getString("reason"),
                instant(row, "asked_at"));
    }
}
