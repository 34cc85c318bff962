package org.heliograph.desk.requests;

import static org.heliograph.desk.requests.RequestRow.timestamp;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.cooperation.Deadline;
import org.heliograph.cooperation.RequestClock;
import org.heliograph.cooperation.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

final class JdbcDeadlines implements Deadlines {

    private static final OffsetDateTime UNTIL_ANSWERED = OffsetDateTime.MAX;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcDeadlines(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void set(UUID requestId, String party, State state, RequestClock.Reading reading) {
        jdbc.sql("""
                        update coop_instance set due_at = :due, paused_until = :paused, wake_at = :wake
                        where request_id = :id and addressee = :party""")
                .param("due", timestamp(reading.deadline().map(Deadline::dueAt).orElse(null)))
                .param("paused", reading.paused() ? pausedUntil(state) : null)
                .param(
                        "wake",
                        timestamp(reading.next().map(RequestClock.Due::at).orElse(null)))
                .param("id", requestId)
                .param("party", party)
                .update();
    }

    private static @Nullable OffsetDateTime pausedUntil(State state) {
        return state instanceof State.Postponed postponed ? timestamp(postponed.until()) : UNTIL_ANSWERED;
    }

    @Override
    public List<UUID> due(String party, Instant now, int most) {
        return jdbc.sql("""
                        select request_id from coop_instance where addressee = :party and wake_at <= :now
                        order by wake_at limit :most""")
                .param("party", party)
                .param("now", timestamp(now))
                .param("most", most)
                .query((row, _) -> row.getObject("request_id", UUID.class))
                .list();
    }

    @Override
    public Optional<CooperationRequest> lockIfFree(UUID requestId) {
        return jdbc.sql("""
                        select * from coop_request where request_id = :id and direction = 'IN'
                        for update skip locked""")
                .param("id", requestId)
                .query((row, _) -> RequestRow.read(row, json))
                .optional();
    }
}
