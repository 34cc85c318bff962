package org.heliograph.desk.pages.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.events.RequestKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Drafts of the desk, each until it is submitted or discarded. */
final class JdbcDrafts {

    private static final int MOST = 100;
    private static final TypeReference<Map<String, List<String>>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    JdbcDrafts(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Latest first. */
    List<Draft> list() {
        return jdbc.sql("select * from request_draft order by saved_at desc, draft_id limit :most")
                .param("most", MOST)
                .query((row, _) -> draft(row))
                .list();
    }

    Optional<Draft> find(UUID id) {
        return jdbc.sql("select * from request_draft where draft_id = :id")
                .param("id", id)
                .query((row, _) -> draft(row))
                .optional();
    }

    /**
     * Keeps a draft as its next version.
     *
     * @param version that was changed, 0 for a new draft
     * @return whether nobody else kept or discarded it meanwhile
     */
    boolean keep(UUID id, RequestKind kind, Map<String, List<String>> values, int version) {
        String sql = version == 0 ? """
                  insert into request_draft values (:id, :kind, cast(:fields as jsonb), 1, :now)
                  on conflict (draft_id) do nothing""" : """
                  update request_draft set fields = cast(:fields as jsonb), version = version + 1, saved_at = :now
                  where draft_id = :id and kind = :kind and version = :version""";
        return jdbc.sql(sql)
                        .param("id", id)
                        .param("kind", kind.name())
                        .param("fields", json.writeValueAsString(values))
                        .param("version", version)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void discard(UUID id) {
        jdbc.sql("delete from request_draft where draft_id = :id")
                .param("id", id)
                .update();
    }

    private Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getObject("draft_id", UUID.class),
                RequestKind.valueOf(row.getString("kind")),
                json.readValue(row.getString("fields"), VALUES),
                row.getInt("version"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
