package org.heliograph.desk.receipts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.desk.StorableText;
import org.heliograph.desk.web.PageOf;
import org.heliograph.events.ControlDelivery;
import org.heliograph.events.DeliveryAct;
import org.heliograph.events.DeliveryActor;
import org.heliograph.events.DeliveryFailure;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What recipients said of copies that they could not apply. Any thread; in the caller's transaction, if there is one.
 */
public final class CopyNotices {

    private static final String OPEN = " from copy_notice where act = 'RETURNED' and done_at is null";

    private final JdbcClient jdbc;
    private final Clock clock;

    CopyNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps one; does nothing if it is kept. */
    void keep(ControlDelivery notice, Instant receivedAt) {
        jdbc.sql("""
                        insert into copy_notice (notice_id, party, event_id, event_type, act, decided_by, failure,
                                                 reason, at, received_at)
                        values (:noticeId, :party, :eventId, :eventType, :act, :decidedBy, :failure, :reason, :at,
                                :receivedAt)
                        on conflict (party, notice_id) do nothing""")
                .param("noticeId", notice.getEnvelope().getEventId())
                .param("party", notice.getEnvelope().getOriginatorParty())
                .param("eventId", notice.getTargetEventId())
                .param("eventType", StorableText.of(notice.getTargetEventType()))
                .param("act", notice.getDeliveryAct().name())
                .param("decidedBy", notice.getDecidedBy().name())
                .param("failure", notice.getFailure().name())
                .param("reason", StorableText.orNull(notice.getReason().orElse(null)))
                .param("at", notice.getAt().atOffset(ZoneOffset.UTC))
                .param("receivedAt", receivedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All about one event, in the order in which they came. */
    public List<CopyNotice> of(UUID eventId) {
        return jdbc.sql("select * from copy_notice where event_id = ? order by number")
                .param(eventId)
                .query((row, _) -> notice(row))
                .list();
    }

    /**
     * Copies that came back and that nobody here has settled yet, oldest first.
     *
     * @param page from 0
     * @param size of a page, 1 at least
     */
    public PageOf<CopyNotice> open(int page, int size) {
        List<CopyNotice> items = jdbc.sql("select *" + OPEN + " order by number limit ? offset ?")
                .params(size, (long) page * size)
                .query((row, _) -> notice(row))
                .list();
        return new PageOf<>(
                items,
                page,
                size,
                jdbc.sql("select count(*)" + OPEN).query(Long.class).single());
    }

    /**
     * Settles a return; one that is settled stays as it is.
     *
     * @param by user name of who settles it; kept in this database alone
     * @return empty if there is no return of that number
     */
    public Optional<CopyNotice> done(long number, String by) {
        jdbc.sql("""
                        update copy_notice set done_at = :at, done_by = :by
                        where number = :number and act = 'RETURNED' and done_at is null""")
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("number", number)
                .update();
        return jdbc.sql("select * from copy_notice where number = ? and act = 'RETURNED'")
                .param(number)
                .query((row, _) -> notice(row))
                .optional();
    }

    private static CopyNotice notice(ResultSet row) throws SQLException {
        OffsetDateTime done = row.getObject("done_at", OffsetDateTime.class);
        return new CopyNotice(
                row.getLong("number"),
                row.getString("party"),
                row.getObject("event_id", UUID.class),
                row.getString("event_type"),
                DeliveryAct.valueOf(row.getString("act")),
                DeliveryActor.valueOf(row.getString("decided_by")),
                DeliveryFailure.valueOf(row.getString("failure")),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("notice_id", UUID.class),
                done == null ? null : done.toInstant());
    }
}
