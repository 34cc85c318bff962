package org.heliograph.exchange.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.exchange.outbox.OutboxTail.Place;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the rows of a bucket in line with the end of its outbox partition, after a start and after any trouble. The
 * outbox is right: a crash may have come between commit and mark, and the database may have been restored from last
 * week.
 */
final class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    // The last dispatch of a transaction is followed by one marker.
    private static final long MARKER = 2;

    private final int bucket;
    private final OutboxTail tail;

    Reconciliation(int bucket, OutboxTail tail) {
        this.bucket = bucket;
        this.tail = tail;
    }

    /** Marks what is in the outbox as sent, takes the numbers of the rest back, and returns the next number. */
    long apply(RelayConnection connection) throws SQLException {
        return connection.inTransaction(sql -> {
            List<Sent> sent = sent(sql);
            try (PreparedStatement statement = sql.prepareStatement(
                    "update outbox set seq = null where bucket = ? and sent_at is null and seq is not null")) {
                statement.setInt(1, bucket);
                statement.executeUpdate();
            }
            mark(sql, sent);
            long next = next(sql);
            log.info("outbox.relay reconciled bucket={} foundSent={} next={}", bucket, sent.size(), next);
            return next;
        });
    }

    /** A row that turned out to be in the outbox; the offset is unknown where only its number says so. */
    private record Sent(long id, long seq, @Nullable Long offset) {}

    private List<Sent> sent(Connection sql) throws SQLException {
        List<Sent> sent = new ArrayList<>();
        try (PreparedStatement statement = sql.prepareStatement("select id, seq, signature from outbox"
                + " where bucket = ? and sent_at is null and (seq is not null or signature = any (?))")) {
            statement.setInt(1, bucket);
            statement.setArray(
                    2, sql.createArrayOf("text", tail.bySignature().keySet().toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    long seq = rows.getLong("seq");
                    boolean numbered = !rows.wasNull();
                    Place place = tail.bySignature().get(rows.getString("signature"));
                    if (place != null) {
                        sent.add(new Sent(rows.getLong("id"), place.seq(), place.offset()));
                    } else if (numbered && seq < tail.firstSeq().orElse(0)) {
                        sent.add(new Sent(rows.getLong("id"), seq, null));
                    }
                }
            }
        }
        return sent;
    }

    private static void mark(Connection sql, List<Sent> sent) throws SQLException {
        try (PreparedStatement statement = sql.prepareStatement("update outbox set seq = ?, sent_offset = ?,"
                + " sent_at = now(), held_at = null, held_reason = null where id = ?")) {
            for (Sent row : sent) {
                statement.setLong(1, row.seq());
                statement.setObject(2, row.offset(), java.sql.Types.BIGINT);
                statement.setLong(3, row.id());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private long next(Connection sql) throws SQLException {
        long last = tail.lastSeq().orElse(0);
        try (PreparedStatement statement =
                sql.prepareStatement("select coalesce(max(seq), 0), coalesce(max(sent_offset), 0) from outbox"
                        + " where bucket = ? and sent_at is not null")) {
            statement.setInt(1, bucket);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                last = Math.max(last, row.getLong(1));
                boolean all = tail.lastSeq().isPresent() || row.getLong(2) + MARKER >= tail.endOffset();
                if (!all) {
                    // Retention took all dispatches, and this database does not know of the last ones. No dispatch has
                    // a
                    // number above its offset + 1, so this may leave a gap, which is noticed, but repeats nothing.
                    log.warn(
                            "outbox.relay numbers are unknown, skipping ahead bucket={} endOffset={}",
                            bucket,
                            tail.endOffset());
                    last = Math.max(last, tail.endOffset());
                }
            }
        }
        return last + 1;
    }
}
