package org.heliograph.desk.requests;

import static org.heliograph.desk.requests.RequestRow.array;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heliograph.events.RequestKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was told last of own requests to those who may know no more than where they stand. */
final class JdbcNotices {

    private final JdbcClient jdbc;

    JdbcNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Own requests of these kinds of which nothing was told yet, or that stand otherwise now; oldest first. */
    List<UUID> untold(Set<RequestKind> kinds, int most) {
        return jdbc.sql("""
                        select request.request_id from coop_request request
                        left join coop_notice notice on notice.request_id = request.request_id
                        where request.direction = 'OUT' and request.kind = any(:kinds)
                          and (notice.request_id is null or notice.standings <> (
                            select string_agg(addressee || '=' || state, ',' order by addressee collate "C")
                            from coop_instance where coop_instance.request_id = request.request_id))
                        order by request.submitted_at, request.request_id limit :most""")
                .param("kinds", array(kinds.stream().toList()))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** Whether anything was told of it. */
    boolean told(UUID requestId) {
        return jdbc.sql("select exists (select from coop_notice where request_id = :id)")
                .param("id", requestId)
                .query(Boolean.class)
                .single();
    }

    /** Whether this is what was told last. */
    boolean told(UUID requestId, List<Standing> standings) {
        return jdbc.sql("select exists (select from coop_notice where request_id = :id and standings = :standings)")
                .param("id", requestId)
                .param("standings", text(standings))
                .query(Boolean.class)
                .single();
    }

    void put(UUID requestId, List<Standing> standings, UUID eventId) {
        jdbc.sql("""
                        insert into coop_notice values (:id, :standings, :event)
                        on conflict (request_id) do update set
                            standings = excluded.standings, event_id = excluded.event_id""")
                .param("id", requestId)
                .param("standings", text(standings))
                .param("event", eventId)
                .update();
    }

    /** As the query puts it together. */
    private static String text(List<Standing> standings) {
        return standings.stream()
                .sorted(Comparator.comparing(Standing::addressee))
                .map(standing -> standing.addressee() + "=" + standing.state())
                .collect(Collectors.joining(","));
    }
}
