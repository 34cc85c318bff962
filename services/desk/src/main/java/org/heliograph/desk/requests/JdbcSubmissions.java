package org.heliograph.desk.requests;

import static org.heliograph.desk.requests.RequestRow.timestamp;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which submission created which request. */
final class JdbcSubmissions {

    private final JdbcClient jdbc;

    JdbcSubmissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the key is new; waits for whoever is just using it. */
    boolean claim(IdempotencyKey key, UUID requestId, Instant at) {
        return jdbc.sql("""
                        insert into coop_submission values (:key, :content, :id, :at)
                        on conflict (key_hash) do nothing""")
                        .param("key", key.hash())
                        .param("content", key.contentHash())
                        .param("id", requestId)
                        .param("at", timestamp(at))
                        .update()
                == 1;
    }

    /** What a key that is not new stands for. */
    Submissions.Result repeated(IdempotencyKey key) {
        return jdbc.sql("select content_hash, request_id from coop_submission where key_hash = :key")
                .param("key", key.hash())
                .query((row, _) -> row.getString("content_hash").equals(key.contentHash())
                        ? new Submissions.Result.Repeated(row.getObject("request_id", UUID.class))
                        : new Submissions.Result.KeyReused())
                .single();
    }
}
