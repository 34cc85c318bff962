package org.heliograph.desk.reads;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.reads.Read.Reader;
import org.heliograph.desk.reads.Read.Subject;
import org.heliograph.desk.reads.Read.Way;
import org.heliograph.desk.web.PageOf;
import org.heliograph.exchange.audit.ChainHash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * The audit of reads by REST (R16): a chain of hashes that only grows, in the database of the party. Any thread; who
 * reads at once takes turns.
 */
public final class Reads {

    private static final String WANTED = """
            from rest_read
            where (cast(:event as uuid) is null or event_id = :event)
              and (:originator is null or originator = :originator)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionOperations transaction;

    Reads(JdbcClient jdbc, JsonMapper json, Clock clock, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Whether the chain is whole.
     *
     * @param links how many there are
     * @param head the hash of the last one; zeros of an empty chain
     * @param firstBroken the number of the first link that is not what it was, or does not continue the one before;
     *     null if all are whole
     */
    public record Chain(long links, String head, @Nullable Long firstBroken) {}

    /**
     * Notes what is about to be shown. Whoever is to answer calls this first: once it returns, the notes are durable;
     * if it throws, nothing may be shown.
     */
    public void note(Reader reader, Way way, List<Subject> subjects) {
        if (subjects.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('rest_read', 0))")
                    .query((_, _) -> true)
                    .single();
            long number = last().links();
            String previous = last().head();
            for (Subject subject : subjects) {
                number++;
                Read read = sealed(number, reader, way, subject, previous);
                insert(read);
                previous = read.hash();
            }
        });
    }

    private Chain last() {
        return jdbc.sql("select number, hash from rest_read order by number desc limit 1")
                .query((row, _) -> new Chain(row.getLong("number"), row.getString("hash"), null))
                .optional()
                .orElse(new Chain(0, ChainHash.NO_LINK, null));
    }

    private Read sealed(long number, Reader reader, Way way, Subject subject, String previous) {
        Read open = new Read(
                number,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                reader.account(),
                reader.role(),
                subject.eventType(),
                subject.eventId(),
                subject.originator(),
                way,
                previous,
                "");
        return sealed(open);
    }

    private Read sealed(Read read) {
        String content = json.writeValueAsString(List.of(
                read.number(),
                read.at().toString(),
                read.account(),
                read.role(),
                read.eventType(),
                read.eventId(),
                read.originator(),
                read.way(),
                read.previous()));
        return new Read(
                read.number(),
                read.at(),
                read.account(),
                read.role(),
                read.eventType(),
                read.eventId(),
                read.originator(),
                read.way(),
                read.previous(),
                ChainHash.sha256(content.getBytes(StandardCharsets.UTF_8)));
    }

    private void insert(Read read) {
        jdbc.sql("""
                        insert into rest_read values (
                            :number, :at, :account, :role, :type, :event, :originator, :way, :previous, :hash)""")
                .param("number", read.number())
                .param("at", read.at().atOffset(ZoneOffset.UTC))
                .param("account", read.account())
                .param("role", read.role())
                .param("type", read.eventType())
                .param("event", read.eventId())
                .param("originator", read.originator())
                .param("way", read.way().name())
                .param("previous", read.previous())
                .param("hash", read.hash())
                .update();
    }

    /**
     * Who read what, latest first.
     *
     * @param eventId of this event alone, if given
     * @param originator of its events alone, if given
     */
    public PageOf<Read> list(@Nullable UUID eventId, @Nullable String originator, int page, int size) {
        return new PageOf<>(
                wanted("select * " + WANTED + "order by number desc limit :size offset :offset", eventId, originator)
                        .param("size", size)
                        .param("offset", (long) page * size)
                        .query((row, _) -> read(row))
                        .list(),
                page,
                size,
                wanted("select count(*) " + WANTED, eventId, originator)
                        .query(Long.class)
                        .single());
    }

    /** Reads the whole chain once, link by link. */
    public Chain check() {
        Check check = new Check();
        jdbc.sql("select * from rest_read order by number").query((RowCallbackHandler) row -> check.take(read(row)));
        return check.result();
    }

    private final class Check {

        private long links;
        private String head = ChainHash.NO_LINK;
        private @Nullable Long firstBroken;

        void take(Read read) {
            links++;
            boolean whole = read.number() == links
                    && read.previous().equals(head)
                    && sealed(read).equals(read);
            if (!whole && firstBroken == null) {
                firstBroken = links;
            }
            head = read.hash();
        }

        Chain result() {
            return new Chain(links, head, firstBroken);
        }
    }

    private StatementSpec wanted(String sql, @Nullable UUID eventId, @Nullable String originator) {
        return jdbc.sql(sql).param("event", eventId, Types.OTHER).param("originator", originator, Types.VARCHAR);
    }

    private static Read read(ResultSet row) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new Read(
                row.getLong("number"),
                at,
                row.getString("account"),
                row.getString("role"),
                row.getString("event_type"),
                row.getObject("event_id", UUID.class),
                row.getString("originator"),
                Way.valueOf(row.getString("way")),
                row.getString("previous"),
                row.getString("hash"));
    }
}
