package org.heliograph.desk.publications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.desk.storage.Conditions;
import org.heliograph.desk.web.PageOf;
import org.heliograph.events.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.json.JsonMapper;

/** The publications of the party, and those that reached it: the last version of each. */
public final class Publications {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Publications(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Latest first. */
    public PageOf<Publication> list(PublicationFilter filter, int page, int size) {
        return new PageOf<>(
                wanted("select *", filter, """
                                order by published_at desc, subject_id, originator, type
                                limit :size offset :offset""")
                        .param("size", size)
                        .param("offset", (long) page * size)
                        .query((row, _) -> publication(row))
                        .list(),
                page,
                size,
                wanted("select count(*)", filter, "").query(Long.class).single());
    }

    private StatementSpec wanted(String select, PublicationFilter filter, String order) {
        Conditions wanted = new Conditions()
                .and("direction = :direction", "direction", filter.direction())
                .and("type = :type", "type", filter.type())
                .and("originator = :originator", "originator", filter.originator())
                .and("status = :status", "status", filter.status())
                .and("countries @> array[cast(:country as text)]", "country", filter.country())
                .and("themes @> array[cast(:theme as text)]", "theme", filter.theme());
        return wanted.bind(jdbc.sql(select + " from publication" + wanted.where() + order));
    }

    /**
     * The publications with this id: one, unless several originators used it, or one used it for several types.
     *
     * @param originator only its own, if given
     * @param type only of this type, if given
     */
    public List<Publication> find(UUID id, @Nullable String originator, @Nullable PublicationType type) {
        Conditions wanted = new Conditions()
                .and("subject_id = :id", "id", id)
                .and("originator = :originator", "originator", originator)
                .and("type = :type", "type", type);
        return wanted.bind(jdbc.sql("select * from publication" + wanted.where()))
                .query((row, _) -> publication(row))
                .list();
    }

    /** What the party itself published. */
    Optional<Publication> findOwn(UUID id, PublicationType type) {
        return own(id, type, "");
    }

    /** What the party itself published upon a request, oldest first. */
    public List<Publication> upon(UUID requestId) {
        return jdbc.sql("""
                        select * from publication
                        where direction = 'OUT' and content ->> 'requestId' = :request
                        order by published_at, subject_id, type""")
                .param("request", requestId.toString())
                .query((row, _) -> publication(row))
                .list();
    }

    /** What the party itself published. Nobody else changes it until the transaction ends. */
    Optional<Publication> lockOwn(UUID id, PublicationType type) {
        return own(id, type, " for update");
    }

    private Optional<Publication> own(UUID id, PublicationType type, String locking) {
        return jdbc.sql("""
                        select * from publication
                        where subject_id = :id and type = :type and direction = 'OUT'""" + locking)
                .param("id", id)
                .param("type", type.name())
                .query((row, _) -> publication(row))
                .optional();
    }

    /**
     * Takes the place of an earlier version. An earlier one that comes late changes nothing, since inbox and public
     * topic keep no common order; nor does one of another status, as a case keeps the one that it began with (R17).
     */
    void put(Publication publication, Content content) {
        jdbc.sql("""
                        insert into publication values (
                            :originator, :type, :subject, :direction, :event, :version, :status, :withdrawn, :countries,
                            :themes, :published, :stored, cast(:handling as jsonb), :recipients, :excluded,
                            cast(:content as jsonb))
                        on conflict (originator, type, subject_id) do update set
                            event_id = excluded.event_id, version = excluded.version,
                            withdrawn = excluded.withdrawn, countries = excluded.countries, themes = excluded.themes,
                            published_at = excluded.published_at, stored_at = excluded.stored_at,
                            handling = excluded.handling, recipients = excluded.recipients,
                            excluded = excluded.excluded, content = excluded.content
                        where publication.status = excluded.status
                          and publication.direction = excluded.direction
                          and publication.published_at <= excluded.published_at""")
                .param("originator", publication.originator())
                .param("type", publication.type().name())
                .param("subject", publication.id())
                .param("direction", publication.direction().name())
                .param("event", publication.eventId())
                .param("version", publication.version())
                .param("status", publication.status().name())
                .param("withdrawn", publication.withdrawn())
                .param("countries", content.inCountries().toArray(String[]::new))
                .param("themes", content.onThemes().toArray(String[]::new))
                .param("published", publication.publishedAt().atOffset(ZoneOffset.UTC))
                .param("stored", publication.storedAt().atOffset(ZoneOffset.UTC))
                .param("handling", json.writeValueAsString(publication.handling()))
                .param("recipients", publication.recipients().toArray(String[]::new))
                .param("excluded", publication.excluded().toArray(String[]::new))
                .param("content", json.writeValueAsString(publication.content()))
                .update();
    }

    private Publication publication(ResultSet row) throws SQLException {
        return new Publication(
                row.getObject("subject_id", UUID.class),
                PublicationType.valueOf(row.getString("type")),
                Publication.Direction.valueOf(row.getString("direction")),
                row.getString("originator"),
                row.getObject("event_id", UUID.class),
                row.getInt("version"),
                Status.valueOf(row.getString("status")),
                row.getBoolean("withdrawn"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getObject("stored_at", OffsetDateTime.class).toInstant(),
                json.readValue(row.getString("handling"), Handling.class),
                strings(row, "recipients"),
                strings(row, "excluded"),
                json.readTree(row.getString("content")));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
