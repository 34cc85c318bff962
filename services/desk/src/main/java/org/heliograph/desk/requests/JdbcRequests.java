package org.heliograph.desk.requests;

import static org.heliograph.desk.requests.RequestRow.array;
import static org.heliograph.desk.requests.RequestRow.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heliograph.desk.storage.Conditions;
import org.heliograph.events.RequestState;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The requests themselves, and where each stands at each addressee. */
final class JdbcRequests implements Requests {

    /**
     * Of those that have the words that are looked for, so many are counted: whoever finds more looks for more words.
     */
    static final int MOST_COUNTED = 1_000;

    private static final String NEWEST = "order by submitted_at desc, request_id";

    /** On which somebody has something to do. */
    static final List<RequestState> OPEN = List.of(
            RequestState.SUBMITTED,
            RequestState.ACKNOWLEDGED,
            RequestState.ASSIGNED,
            RequestState.INFO_NEEDED,
            RequestState.POSTPONED,
            RequestState.ACCEPTED,
            RequestState.IN_PROGRESS);

    // Both halves are in the order of an index, which whether something is paused could not be part of: that changes
    // with time alone. The states are written out, since the index has these alone.
    private static final String BY_DEADLINE =
            """
            select request.* from (
                select * from (
                    (select request_id, false as paused, due_at, submitted_at from coop_instance
                     where addressee = :party and state in (%1$s)
                       and (paused_until is null or paused_until <= :now)
                     order by due_at, submitted_at, request_id limit :end)
                    union all
                    (select request_id, true as paused, due_at, submitted_at from coop_instance
                     where addressee = :party and state in (%1$s) and paused_until > :now
                     order by due_at, submitted_at, request_id limit :end)) open
                order by paused, due_at, submitted_at, request_id
                limit :size offset :offset) work
            join coop_request request using (request_id)
            where request.direction = 'IN'
            order by work.paused, work.due_at, work.submitted_at, request_id
            """.formatted(OPEN.stream().map(state -> "'" + state.name() + "'").collect(Collectors.joining(", ")));

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcRequests(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public boolean insert(CooperationRequest request) {
        Content content = request.content();
        return jdbc.sql("""
                        insert into coop_request values (
                            :id, :direction, 'SUBMITTED', :reference, :party, :role, :addressees, :kind, :subject,
                            :facts, :sought, :basis, :language, :urgency, :due, cast(:attachments as jsonb),
                            :event, :context, :submitted, :status, :priority,
                            :tlp, :codes, :note, :purposes, :retain, :personal, cast(:details as jsonb))
                        on conflict (request_id) do nothing""")
                        .param("id", request.id())
                        .param("direction", request.direction().name())
                        .param("reference", request.reference())
                        .param("party", request.requestingParty())
                        .param("role", request.requestingRole())
                        .param("addressees", array(request.addressees()))
                        .param("kind", content.kind().name())
                        .param("subject", content.subject())
                        .param("facts", content.factsSummary())
                        .param("sought", content.assistanceSought())
                        .param("basis", content.legalBasis())
                        .param("language", content.language())
                        .param("urgency", content.urgency().name())
                        .param("due", timestamp(content.dueAt()))
                        .param("attachments", json.writeValueAsString(content.attachments()))
                        .param("event", request.eventId())
                        .param("context", request.file().contextId())
                        .param("submitted", timestamp(request.submittedAt()))
                        .param("status", request.file().status().name())
                        .param("priority", request.priority().name())
                        .param("tlp", request.handling().tlp().name())
                        .param("codes", array(request.handling().codes()))
                        .param("note", request.handling().note())
                        .param("purposes", array(request.handling().purposes()))
                        .param("retain", timestamp(request.handling().retainUntil()))
                        .param("personal", request.handling().containsPersonalData())
                        .param("details", StoredDetails.write(content.details(), json))
                        .update()
                == 1;
    }

    @Override
    public void insertStanding(CooperationRequest request, String addressee) {
        jdbc.sql("insert into coop_instance (request_id, addressee, state, seq, submitted_at)"
                        + " values (:id, :addressee, 'SUBMITTED', 0, :submitted)")
                .param("id", request.id())
                .param("addressee", addressee)
                .param("submitted", timestamp(request.submittedAt()))
                .update();
    }

    Optional<CooperationRequest> find(UUID requestId) {
        return jdbc.sql("select * from coop_request where request_id = :id")
                .param("id", requestId)
                .query((row, _) -> RequestRow.read(row, json))
                .optional();
    }

    @Override
    public Optional<CooperationRequest> lock(UUID requestId) {
        return jdbc.sql("select * from coop_request where request_id = :id for update")
                .param("id", requestId)
                .query((row, _) -> RequestRow.read(row, json))
                .optional();
    }

    @Override
    public List<Standing> standings(UUID requestId) {
        return jdbc.sql("select * from coop_instance where request_id = :id order by addressee")
                .param("id", requestId)
                .query((row, _) -> standing(row))
                .list();
    }

    Map<UUID, List<Standing>> standings(List<UUID> requestIds) {
        Map<UUID, List<Standing>> byRequest = new HashMap<>();
        jdbc.sql("select * from coop_instance where request_id = any(:ids) order by addressee")
                .param("ids", requestIds.toArray(UUID[]::new))
                .query(row -> {
                    byRequest
                            .computeIfAbsent(row.getObject("request_id", UUID.class), _ -> new ArrayList<>())
                            .add(standing(row));
                });
        return byRequest;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getString("addressee"), RequestState.valueOf(row.getString("state")), row.getInt("seq"));
    }

    @Override
    public void update(UUID requestId, Standing standing) {
        jdbc.sql("update coop_instance set state = :state, seq = :seq"
                        + " where request_id = :id and addressee = :addressee")
                .param("state", standing.state().name())
                .param("seq", standing.version())
                .param("id", requestId)
                .param("addressee", standing.addressee())
                .update();
    }

    @Override
    public void updateOverall(UUID requestId, RequestState overall) {
        jdbc.sql("update coop_request set state = :state where request_id = :id")
                .param("state", overall.name())
                .param("id", requestId)
                .update();
    }

    /**
     * Newest first.
     *
     * @param total as {@link #count} told
     */
    List<CooperationRequest> list(RequestFilter filter, long total, int page, int size) {
        Conditions wanted = conditions(filter);
        // Few that have the words are found by the words; of many the newest are found by walking back in time.
        boolean few = !filter.words().isEmpty() && total < MOST_COUNTED;
        String ids = few
                ? "with found as materialized (select request_id, submitted_at from coop_request" + wanted.where()
                        + ") select request_id from found "
                : "select request_id from coop_request" + wanted.where();
        return wanted.bind(jdbc.sql("select request.* from (" + ids + NEWEST + " limit :size offset :offset) page"
                        + " join coop_request request using (request_id) " + NEWEST))
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, _) -> RequestRow.read(row, json))
                .list();
    }

    /** Addressed to this party and open: what is due first, then what nothing is owed of, then what is paused. */
    List<CooperationRequest> byDeadline(String party, Instant now, int page, int size) {
        return jdbc.sql(BY_DEADLINE)
                .param("party", party)
                .param("now", timestamp(now))
                .param("end", (page + 1L) * size)
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, _) -> RequestRow.read(row, json))
                .list();
    }

    /** All of them, but no more than {@link #MOST_COUNTED} where words are looked for. */
    long count(RequestFilter filter) {
        Conditions wanted = conditions(filter);
        String sql = filter.words().isEmpty()
                ? "select count(*) from coop_request" + wanted.where()
                : "select count(*) from (select from coop_request" + wanted.where() + "limit " + MOST_COUNTED
                        + ") found";
        return wanted.bind(jdbc.sql(sql)).query(Long.class).single();
    }

    /**
     * The next number for people, from 1 each year. Drawn outside of the transaction that uses it, so that nobody waits
     * for another's; what it is not used for leaves a gap. It does not wait for the disk: whoever uses it commits
     * later, and that commit makes this one durable too.
     */
    int nextReference(String party, int year) {
        return jdbc.sql("""
                        insert into coop_reference values (:party, :year, 1)
                        on conflict (party, year) do update set last = coop_reference.last + 1
                        returning last, set_config('synchronous_commit', 'off', true)""")
                .param("party", party)
                .param("year", year)
                .query((row, _) -> row.getInt("last"))
                .single();
    }

    private static Conditions conditions(RequestFilter filter) {
        List<String> states = filter.states().stream().map(RequestState::name).toList();
        boolean one = states.size() == 1;
        return new Conditions()
                .and("direction = :direction", "direction", filter.direction())
                // The index of one state has its order; those of several have none in common.
                .and("state = :state", "state", one ? states.getFirst() : null)
                .and("state = any(:states)", "states", one || states.isEmpty() ? null : states.toArray(String[]::new))
                .and("kind = :kind", "kind", filter.kind())
                .and(
                        "words @@ to_tsquery('simple', :words)",
                        "words",
                        filter.words().isEmpty() ? null : filter.words());
    }
}
