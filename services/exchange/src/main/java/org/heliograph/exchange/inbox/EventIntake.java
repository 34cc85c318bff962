package org.heliograph.exchange.inbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.events.Envelope;
import org.heliograph.exchange.wire.EventReader;
import org.heliograph.exchange.wire.EventReader.Received;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes events: records each as seen, by originator and id, and calls the handler of its type if it had not been. The
 * id alone would not do: a party could use up the id of another's event.
 */
final class EventIntake implements Intake {

    private static final Logger log = LoggerFactory.getLogger(EventIntake.class);

    private final Set<String> topics;
    private final EventReader events;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, InboxHandler<?>> handlers = new HashMap<>();

    EventIntake(Set<String> topics, EventReader events, JdbcClient jdbc, Clock clock, List<InboxHandler<?>> handlers) {
        this.topics = Set.copyOf(topics);
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
        for (InboxHandler<?> handler : handlers) {
            String name = handler.eventClass().getName();
            if (this.handlers.put(name, handler) != null) {
                throw new IllegalStateException("Two inbox handlers take " + name);
            }
        }
    }

    @Override
    public Set<String> topics() {
        return topics;
    }

    @Override
    public Arrival read(ConsumerRecord<String, byte[]> record) {
        Received received = events.read(record.topic(), record.value());
        Schema writer = received.writer();
        InboxHandler<?> handler = handlers.get(writer.getFullName());
        Runnable call = handler == null ? null : call(handler, received, delivery(record));
        Envelope envelope = received.envelope();
        return new Arrival(
                envelope.getOriginatorParty(),
                envelope.getEventId(),
                envelope.getEventType(),
                envelope.getContextId(),
                () -> applyOnce(envelope, record, call));
    }

    private static <E extends SpecificRecord> Runnable call(
            InboxHandler<E> handler, Received received, Delivery delivery) {
        E event = received.as(handler.eventClass());
        return () -> handler.handle(event, delivery);
    }

    private Delivery delivery(ConsumerRecord<String, byte[]> record) {
        return new Delivery(record.topic(), record.partition(), record.offset(), clock.instant());
    }

    private void applyOnce(Envelope envelope, ConsumerRecord<String, byte[]> record, @Nullable Runnable call) {
        Instant now = clock.instant();
        int inserted = jdbc.sql("""
                insert into inbox (originator, event_id, event_type, context_id, topic, partition, record_offset,
                                   received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (originator, event_id) do nothing
                """)
                .params(
                        envelope.getOriginatorParty(),
                        envelope.getEventId(),
                        envelope.getEventType(),
                        envelope.getContextId(),
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        Timestamp.from(now))
                .update();
        String outcome = inserted == 0 ? "repeated" : call == null ? "skipped" : "applied";
        if (inserted == 1 && call != null) {
            call.run();
        }
        log.info(
                "inbox.event outcome={} originator={} eventId={} eventType={} topic={} partition={} offset={}",
                outcome,
                envelope.getOriginatorParty(),
                envelope.getEventId(),
                envelope.getEventType(),
                record.topic(),
                record.partition(),
                record.offset());
    }
}
