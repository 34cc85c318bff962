package org.heliograph.unodc.assistance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.desk.publications.PublicationType;
import org.heliograph.desk.web.PageOf;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.heliograph.events.Status;
import org.heliograph.unodc.assistance.AssistanceCase.Output;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads requests for assistance together with what was published upon them. */
@Repository
class AssistanceCases {

    private static final String WANTED = """
            from coop_request
            where direction = 'IN' and (:state is null or state = :state)
              and kind in ('LEGISLATIVE_ASSISTANCE', 'CAPACITY_BUILDING', 'CAMPAIGN_SUPPORT', 'PREVENTION_PLAN_SUPPORT')
            """;

    private final JdbcClient jdbc;

    AssistanceCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PageOf<AssistanceCase> list(@Nullable RequestState state, int page, int size) {
        String wanted = state == null ? null : state.name();
        List<AssistanceCase> found = jdbc.sql(
                        "select * " + WANTED + "order by submitted_at desc, request_id limit :size offset :offset")
                .param("state", wanted, Types.VARCHAR)
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, _) -> read(row))
                .list();
        Map<UUID, List<Output>> outputs =
                outputs(found.stream().map(AssistanceCase::requestId).toList());
        return new PageOf<>(
                found.stream()
                        .map(each -> with(each, outputs.getOrDefault(each.requestId(), List.of())))
                        .toList(),
                page,
                size,
                jdbc.sql("select count(*) " + WANTED)
                        .param("state", wanted, Types.VARCHAR)
                        .query(Long.class)
                        .single());
    }

    private Map<UUID, List<Output>> outputs(List<UUID> requests) {
        Map<UUID, List<Output>> byRequest = new HashMap<>();
        jdbc.sql("""
                        select content ->> 'requestId' as request, subject_id, type, withdrawn from publication
                        where direction = 'OUT' and content ->> 'requestId' = any(:requests)
                        order by published_at, subject_id""")
                .param("requests", requests.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    byRequest
                            .computeIfAbsent(UUID.fromString(row.getString("request")), _ -> new ArrayList<>())
                            .add(new Output(
                                    row.getObject("subject_id", UUID.class),
                                    PublicationType.valueOf(row.getString("type")),
                                    row.getBoolean("withdrawn")));
                });
        return byRequest;
    }

    private static AssistanceCase read(ResultSet row) throws SQLException {
        return new AssistanceCase(
                row.getObject("request_id", UUID.class),
                row.getString("reference"),
                RequestKind.valueOf(row.getString("kind")),
                row.getString("requesting_party"),
                row.getString("subject"),
                RequestState.valueOf(row.getString("state")),
                Status.valueOf(row.getString("status")),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                List.of());
    }

    private static AssistanceCase with(AssistanceCase each, List<Output> outputs) {
        return new AssistanceCase(
                each.requestId(),
                each.reference(),
                each.kind(),
                each.requestingParty(),
                each.subject(),
                each.state(),
                each.status(),
                each.submittedAt(),
                outputs);
    }
}
