package org.heliograph.unodc.investigations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.heliograph.desk.web.PageOf;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.heliograph.events.Status;
import org.heliograph.unodc.investigations.JointInvestigation.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last that States told of their joint investigations. */
@Repository
class JointInvestigations {

    private static final String WANTED = """
            from joint_investigation
            where (:state is null or state = :state)
              and (:party is null or requesting_party = :party or :party = any(addressees))
            """;

    private final JdbcClient jdbc;

    JointInvestigations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Latest submitted first.
     *
     * @param party asks or is asked
     */
    PageOf<JointInvestigation> list(@Nullable RequestState state, @Nullable String party, int page, int size) {
        String wanted = state == null ? null : state.name();
        return new PageOf<>(
                jdbc.sql("select * " + WANTED
                                + "order by submitted_at desc, request_id, requesting_party limit :size offset :offset")
                        .param("state", wanted, Types.VARCHAR)
                        .param("party", party, Types.VARCHAR)
                        .param("size", size)
                        .param("offset", (long) page * size)
                        .query((row, _) -> read(row))
                        .list(),
                page,
                size,
                jdbc.sql("select count(*) " + WANTED)
                        .param("state", wanted, Types.VARCHAR)
                        .param("party", party, Types.VARCHAR)
                        .query(Long.class)
                        .single());
    }

    /** Takes the place of what the same State told of it before; an earlier word that comes late changes nothing. */
    void put(JointInvestigation investigation) {
        List<Standing> standings = investigation.standings();
        jdbc.sql("""
                        insert into joint_investigation values (
                            :party, :id, :reference, :kind, :pillar, :status, :addressees, :states, :state, :submitted,
                            :due, :changed)
                        on conflict (requesting_party, request_id) do update set
                            addressees = excluded.addressees, states = excluded.states, state = excluded.state,
                            due_at = excluded.due_at, changed_at = excluded.changed_at
                        where joint_investigation.status = excluded.status
                          and joint_investigation.changed_at <= excluded.changed_at""")
                .param("party", investigation.requestingParty())
                .param("id", investigation.requestId())
                .param("reference", investigation.reference())
                .param("kind", investigation.kind().name())
                .param("pillar", investigation.pillar())
                .param("status", investigation.status().name())
                .param("addressees", standings.stream().map(Standing::party).toArray(String[]::new))
                .param(
                        "states",
                        standings.stream()
                                .map(standing -> standing.state().name())
                                .toArray(String[]::new))
                .param("state", investigation.state().name())
                .param("submitted", timestamp(investigation.submittedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("due", timestamp(investigation.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("changed", timestamp(investigation.changedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private static JointInvestigation read(ResultSet row) throws SQLException {
        String[] addressees = (String[]) row.getArray("addressees").getArray();
        String[] states = (String[]) row.getArray("states").getArray();
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new JointInvestigation(
                row.getObject("request_id", UUID.class),
                row.getString("reference"),
                RequestKind.valueOf(row.getString("kind")),
                row.getInt("pillar"),
                Status.valueOf(row.getString("status")),
                row.getString("requesting_party"),
                IntStream.range(0, addressees.length)
                        .mapToObj(index -> new Standing(addressees[index], RequestState.valueOf(states[index])))
                        .toList(),
                RequestState.valueOf(row.getString("state")),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                due == null ? null : due.toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
