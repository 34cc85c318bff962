package org.heliograph.exchange.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * The rows of one bucket, as its relay reads and changes them, each step in a transaction of its own on the lock's
 * connection.
 */
final class BucketRows {

    // Rows of one case stay in order, so what cannot go now keeps back what came after it in the same case, and nothing
    // else.
    private static final String UNSENT = """
            select id, context_id, releasable_to, not_releasable_to, fingerprint, event, signature, traceparent
            from outbox o
            where bucket = ? and sent_at is null and held_at is null and fingerprint <> all (?)
              and not exists (
                select 1 from outbox b
                where b.bucket = o.bucket and b.context_id = o.context_id and b.sent_at is null and b.id < o.id
                  and (b.held_at is not null or b.fingerprint = any (?)))
            order by id
            limit ?
            """;

    // Neither waits for the disk: the outbox topic knows what was sent, and whoever takes over the bucket reads there
    // what
    // the database may have lost.
    private static final String ASSIGN = """
            with hurry as (select set_config('synchronous_commit', 'off', true))
            update outbox o set seq = v.value
            from hurry, unnest(?::bigint[], ?::bigint[]) v(id, value)
            where o.id = v.id and o.sent_at is null
            """;

    private static final String SENT = """
            with hurry as (select set_config('synchronous_commit', 'off', true))
            update outbox o set sent_at = now(), sent_offset = v.value
            from hurry, unnest(?::bigint[], ?::bigint[]) v(id, value)
            where o.id = v.id and o.sent_at is null
            """;

    private static final int FETCH_SIZE = 20;

    private final RelayConnection connection;
    private final int bucket;
    private final Map<String, Schema> schemas = new HashMap<>();

    BucketRows(RelayConnection connection, int bucket) {
        this.connection = connection;
        this.bucket = bucket;
    }

    /** What can be sent, oldest first: at most so many rows, and no more once so many bytes are reached. */
    List<OutboxRow> unsent(int most, long bytes, Collection<String> unregistered) throws SQLException {
        return connection.inTransaction(sql -> {
            List<OutboxRow> rows = new ArrayList<>();
            try (PreparedStatement statement = sql.prepareStatement(UNSENT)) {
                Array without = sql.createArrayOf("text", unregistered.toArray());
                statement.setInt(1, bucket);
                statement.setArray(2, without);
                statement.setArray(3, without);
                statement.setInt(4, most);
                statement.setFetchSize(FETCH_SIZE);
                try (ResultSet result = statement.executeQuery()) {
                    long taken = 0;
                    while (taken < bytes && result.next()) {
                        byte[] event = result.getBytes("event");
                        taken += event.length;
                        rows.add(row(result, event));
                    }
                }
            }
            return rows;
        });
    }

    private static OutboxRow row(ResultSet result, byte[] event) throws SQLException {
        return new OutboxRow(
                result.getLong("id"),
                result.getString("context_id"),
                strings(result.getArray("releasable_to")),
                strings(result.getArray("not_releasable_to")),
                result.getString("fingerprint"),
                event,
                result.getString("signature"),
                result.getString("traceparent"));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** The schema that a row was written with. */
    Schema schema(String fingerprint) throws SQLException {
        Schema known = schemas.get(fingerprint);
        if (known != null) {
            return known;
        }
        Schema schema = connection.inTransaction(sql -> {
            try (PreparedStatement statement =
                    sql.prepareStatement("select schema from outbox_schema where fingerprint = ?")) {
                statement.setString(1, fingerprint);
                try (ResultSet result = statement.executeQuery()) {
                    result.next();
                    return new Schema.Parser().parse(result.getString(1));
                }
            }
        });
        schemas.put(fingerprint, schema);
        return schema;
    }

    /** The highest offset of a row that is noted as sent, -1 if there is none. */
    long lastNoted() throws SQLException {
        return connection.inTransaction(sql -> {
            try (PreparedStatement statement =
                    sql.prepareStatement("select coalesce(max(sent_offset), -1) from outbox where bucket = ?")) {
                statement.setInt(1, bucket);
                try (ResultSet result = statement.executeQuery()) {
                    result.next();
                    return result.getLong(1);
                }
            }
        });
    }

    /** Numbers rows from {@code first} on. */
    void assign(List<OutboxRow> rows, long first) throws SQLException {
        long[] numbers = new long[rows.size()];
        Arrays.setAll(numbers, index -> first + index);
        update(ASSIGN, rows, numbers);
    }

    /** Notes that rows are in the outbox, at these offsets. */
    void sent(List<OutboxRow> rows, long[] offsets) throws SQLException {
        update(SENT, rows, offsets);
    }

    /** Notes that a row cannot be sent; it stays, and holds back its case, until an operator clears {@code held_at}. */
    void hold(OutboxRow row, String reason) throws SQLException {
        connection.inTransaction(sql -> {
            try (PreparedStatement statement =
                    sql.prepareStatement("update outbox set held_at = now(), held_reason = ? where id = ?")) {
                statement.setString(1, reason);
                statement.setLong(2, row.id());
                return statement.executeUpdate();
            }
        });
    }

    private void update(String statementText, List<OutboxRow> rows, long[] values) throws SQLException {
        int changed = connection.inTransaction(sql -> {
            try (PreparedStatement statement = sql.prepareStatement(statementText)) {
                statement.setArray(
                        1, bigints(sql, rows.stream().mapToLong(OutboxRow::id).toArray()));
                statement.setArray(2, bigints(sql, values));
                return statement.executeUpdate();
            }
        });
        if (changed != rows.size()) {
            throw new SQLException("Bucket " + bucket + " was changed by somebody else");
        }
    }

    private static Array bigints(Connection sql, long[] values) throws SQLException {
        return sql.createArrayOf("int8", Arrays.stream(values).boxed().toArray());
    }
}
