package org.heliograph.desk.requests;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Of which own requests those are to be told who may know no more than where they stand. That something is to be told
 * the database writes itself, with the request or its standing.
 */
final class JdbcNotices {

    private final JdbcClient jdbc;

    JdbcNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Requests of which there is something to tell. */
    List<UUID> due(int most) {
        return jdbc.sql("select request_id from coop_notice where due order by request_id limit :most")
                .param("most", most)
                .query((row, _) -> row.getObject("request_id", UUID.class))
                .list();
    }

    /** Whether there is something to tell of it. */
    boolean isDue(UUID requestId) {
        return jdbc.sql("select exists (select from coop_notice where request_id = :id and due)")
                .param("id", requestId)
                .query(Boolean.class)
                .single();
    }

    /** Whether anything was told of it before. */
    boolean told(UUID requestId) {
        return jdbc.sql("select exists (select from coop_notice where request_id = :id and told)")
                .param("id", requestId)
                .query(Boolean.class)
                .single();
    }

    /**
     * Nothing is left to tell of it, until it stands otherwise.
     *
     * @param told whether anybody was told now
     */
    void settle(UUID requestId, boolean told) {
        jdbc.sql("update coop_notice set due = false, told = told or :told where request_id = :id")
                .param("id", requestId)
                .param("told", told)
                .update();
    }
}
