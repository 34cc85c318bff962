package org.heliograph.iom.alerts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.desk.alerts.RouteAlertView;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.desk.envelope.InvalidEventException;
import org.heliograph.desk.preview.Previews;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.desk.web.PageOf;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.Priority;
import org.heliograph.exchange.outbox.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Publishes route alerts. An alert and its event are stored together or not at all. */
@Component
public class PublishedAlerts {

    private static final String EVENT_TYPE = "alert.route";

    private final Envelopes envelopes;
    private final Outbox outbox;
    private final Previews previews;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    PublishedAlerts(
            Envelopes envelopes,
            Outbox outbox,
            Previews previews,
            JdbcClient jdbc,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        this.envelopes = envelopes;
        this.outbox = outbox;
        this.previews = previews;
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** An alert as it was written. */
    record Published(UUID eventId, Instant publishedAt, JsonNode alert) {}

    /** The id of the event. */
    UUID publish(NewRouteAlert alert, Caller caller) {
        AlertRoute event = event(alert, caller);
        transaction.executeWithoutResult(_ -> store(event, alert.distribution()));
        return event.getEnvelope().getEventId();
    }

    /** Who would get the alert if it were published now. Stores nothing. */
    GateAnswer preview(NewRouteAlert alert, Caller caller) {
        return previews.of(event(alert, caller), alert.distribution());
    }

    private AlertRoute event(NewRouteAlert alert, Caller caller) {
        Envelope envelope = envelopes.build(
                EVENT_TYPE,
                new CaseFile(Objects.requireNonNullElseGet(alert.caseId(), UUID::randomUUID), alert.status()),
                Lane.OPERATIONAL,
                alert.caseId() == null ? MessageType.ALERT : MessageType.UPDATE,
                Objects.requireNonNullElse(alert.priority(), Priority.MEDIUM),
                alert.handling(),
                caller,
                null);
        AlertRoute event = AlertMessages.event(envelope, alert);
        InvalidEventException.throwIfInvalid(event);
        return event;
    }

    /** Stores an alert and its event, in the transaction of the caller. */
    public void store(AlertRoute event, Distribution distribution) {
        Envelope envelope = event.getEnvelope();
        jdbc.sql("insert into published_route_alert values (:id, :at, cast(:content as jsonb))")
                .param("id", envelope.getEventId())
                .param("at", envelope.getPublishedAt().atOffset(ZoneOffset.UTC))
                .param("content", json.writeValueAsString(RouteAlertView.of(event)))
                .update();
        outbox.add(event, distribution);
    }

    PageOf<Published> list(int page, int size) {
        List<Published> items = jdbc.sql("""
                        select * from published_route_alert
                        order by published_at desc, event_id limit :size offset :offset""")
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, _) -> new Published(
                        row.getObject("event_id", UUID.class),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        json.readTree(row.getString("content"))))
                .list();
        long total = jdbc.sql("select count(*) from published_route_alert")
                .query(Long.class)
                .single();
        return new PageOf<>(items, page, size, total);
    }

    Optional<Published> find(UUID eventId) {
        return jdbc.sql("select * from published_route_alert where event_id = :id")
                .param("id", eventId)
                .query((row, _) -> new Published(
                        eventId,
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        json.readTree(row.getString("content"))))
                .optional();
    }
}
