package org.heliograph.iom.research;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.desk.web.PageOf;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What is known of each file that was sent. */
@Repository
class JdbcIngests {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    JdbcIngests(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A row that is not counted; never more of it than its id. */
    record Listed(long row, Optional<String> webId, SetAside reason) {}

    /** @throws IngestRunningException if there is one already */
    UUID begin(String name, boolean replay) {
        UUID id = UUID.randomUUID();
        try {
            jdbc.sql("insert into research_ingest (id, name, replay, state, received_at)"
                            + " values (:id, :name, :replay, 'READING', :now)")
                    .param("id", id)
                    .param("name", name)
                    .param("replay", replay)
                    .param("now", now())
                    .update();
            return id;
        } catch (DuplicateKeyException e) {
            throw new IngestRunningException(running(Ingest.State.READING, Ingest.State.PUBLISHING).stream()
                    .findFirst()
                    .orElse(id));
        }
    }

    List<UUID> running(Ingest.State... states) {
        return jdbc.sql("select id from research_ingest where state in (:states)")
                .param("states", List.of(states).stream().map(Enum::name).toList())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Ends it; nothing of the file was or is taken. */
    void fail(UUID id, String failure) {
        jdbc.sql("delete from research_staged where ingest_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from research_set_aside where ingest_id = :id")
                .param("id", id)
                .update();
        finish(id, Ingest.State.FAILED, failure);
    }

    /** Ends it after its rows were taken: what is not yet published stays due. */
    void stop(UUID id, String failure) {
        finish(id, Ingest.State.FAILED, failure);
    }

    private void finish(UUID id, Ingest.State state, String failure) {
        jdbc.sql("update research_ingest set state = :state, failure = :failure, finished_at = :now where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("failure", failure)
                .param("now", now())
                .update();
    }

    void countMonth(UUID id, long published, long unchanged, long suppressed) {
        jdbc.sql("""
                update research_ingest set months_done = months_done + 1, published = published + :published,
                    unchanged = unchanged + :unchanged, suppressed = suppressed + :suppressed where id = :id""")
                .param("id", id)
                .param("published", published)
                .param("unchanged", unchanged)
                .param("suppressed", suppressed)
                .update();
    }

    void done(UUID id, AlertReport alerts) {
        jdbc.sql("update research_ingest set state = 'DONE', alerts = cast(:alerts as jsonb), finished_at = :now"
                        + " where id = :id")
                .param("id", id)
                .param("alerts", json.writeValueAsString(alerts))
                .param("now", now())
                .update();
    }

    Optional<Ingest> find(UUID id) {
        return jdbc.sql("select * from research_ingest where id = :id")
                .param("id", id)
                .query(this::ingest)
                .optional();
    }

    PageOf<Ingest> list(int page, int size) {
        List<Ingest> items = jdbc.sql(
                        "select * from research_ingest order by received_at desc, id limit :size offset :offset")
                .param("size", size)
                .param("offset", (long) page * size)
                .query(this::ingest)
                .list();
        return new PageOf<>(items, page, size, count("select count(*) from research_ingest", UUID.randomUUID()));
    }

    PageOf<Listed> setAside(UUID id, int page, int size) {
        List<Listed> items = jdbc.sql("select * from research_set_aside where ingest_id = :id"
                        + " order by row_number limit :size offset :offset")
                .param("id", id)
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, _) -> new Listed(
                        row.getLong("row_number"),
                        Optional.ofNullable(row.getString("web_id")),
                        SetAside.valueOf(row.getString("reason"))))
                .list();
        return new PageOf<>(
                items, page, size, count("select count(*) from research_set_aside where ingest_id = :id", id));
    }

    private long count(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(Long.class).single();
    }

    private Ingest ingest(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        String alerts = row.getString("alerts");
        return new Ingest(
                id,
                row.getString("name"),
                row.getBoolean("replay"),
                Ingest.State.valueOf(row.getString("state")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                accounting(id, row.getLong("rows_read"), row.getLong("rows_taken")),
                row.getInt("months_total"),
                row.getInt("months_done"),
                row.getLong("published"),
                row.getLong("unchanged"),
                row.getLong("suppressed"),
                alerts == null ? null : json.readValue(alerts, AlertReport.class),
                row.getString("failure"));
    }

    private Accounting accounting(UUID id, long read, long taken) {
        if (read == 0) {
            return Accounting.NOTHING;
        }
        Map<SetAside, Long> setAside = new EnumMap<>(SetAside.class);
        jdbc.sql("select reason, count(*) from research_set_aside where ingest_id = :id group by reason")
                .param("id", id)
                .query(row -> {
                    setAside.put(SetAside.valueOf(row.getString(1)), row.getLong(2));
                });
        return new Accounting(read, taken, setAside);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
