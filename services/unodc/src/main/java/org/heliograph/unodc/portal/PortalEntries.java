package org.heliograph.unodc.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.heliograph.desk.publications.Content;
import org.heliograph.desk.publications.Publication;
import org.heliograph.desk.publications.PublicationType;
import org.heliograph.desk.web.PageOf;
import org.heliograph.events.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The last version of all that is shown to everybody. */
@Repository
class PortalEntries {

    private static final String SHOWN = """
            from portal_entry
            where not withdrawn
              and (:kind is null or kind = :kind)
              and (:country is null or countries @> array[cast(:country as text)])
              and (:theme is null or themes @> array[cast(:theme as text)])
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PortalEntries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Latest first. */
    PageOf<PortalEntry> list(PortalQuery query) {
        return new PageOf<>(
                shown("select * " + SHOWN + """
                                order by published_at desc, subject_id, originator, type
                                limit :size offset :offset""", query)
                        .param("size", query.size())
                        .param("offset", (long) query.page() * query.size())
                        .query((row, _) -> entry(row))
                        .list(),
                query.page(),
                query.size(),
                shown("select count(*) " + SHOWN, query).query(Long.class).single());
    }

    private StatementSpec shown(String sql, PortalQuery query) {
        EntryKind kind = query.kind();
        return jdbc.sql(sql)
                .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
                .param("country", query.country(), Types.VARCHAR)
                .param("theme", query.theme(), Types.VARCHAR);
    }

    /** Takes the place of an earlier version; one that comes late, or with another status (R17), changes nothing. */
    void put(Publication publication, EntryKind kind, Content content) {
        jdbc.sql("""
                        insert into portal_entry values (
                            :originator, :type, :subject, :event, :kind, :status, :withdrawn, :countries, :themes,
                            :published, cast(:content as jsonb))
                        on conflict (originator, type, subject_id) do update set
                            event_id = excluded.event_id, kind = excluded.kind, withdrawn = excluded.withdrawn,
                            countries = excluded.countries, themes = excluded.themes,
                            published_at = excluded.published_at, content = excluded.content
                        where portal_entry.status = excluded.status
                          and portal_entry.published_at <= excluded.published_at""")
                .param("originator", publication.originator())
                .param("type", publication.type().name())
                .param("subject", publication.id())
                .param("event", publication.eventId())
                .param("kind", kind.name())
                .param("status", publication.status().name())
                .param("withdrawn", publication.withdrawn())
                .param("countries", content.inCountries().toArray(String[]::new))
                .param("themes", content.onThemes().toArray(String[]::new))
                .param("published", publication.publishedAt().atOffset(ZoneOffset.UTC))
                .param("content", withoutRequest(publication.content()))
                .update();
    }

    /** That there was a request, and which, is between those who are parties to it. */
    private String withoutRequest(JsonNode content) {
        ObjectNode shown = (ObjectNode) content.deepCopy();
        shown.remove("requestId");
        return json.writeValueAsString(shown);
    }

    private PortalEntry entry(ResultSet row) throws SQLException {
        return new PortalEntry(
                row.getObject("subject_id", UUID.class),
                PublicationType.valueOf(row.getString("type")),
                EntryKind.valueOf(row.getString("kind")),
                row.getString("originator"),
                Status.valueOf(row.getString("status")),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                json.readTree(row.getString("content")));
    }
}
