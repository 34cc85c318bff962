package org.heliograph.exchange.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.heliograph.events.Dispatch;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.exchange.outbox.OutboxTail.Place;
import org.heliograph.exchange.wire.EventDeserializer;
import org.heliograph.exchange.wire.MalformedEventException;
import org.heliograph.exchange.wire.UnknownEventTypeException;
import org.heliograph.exchange.wire.UnknownSchemaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the end of the party's own outbox: it, and no database, knows what was said last. */
final class OutboxTailReader {

    private static final Logger log = LoggerFactory.getLogger(OutboxTailReader.class);
    private static final Duration WITHIN = Duration.ofSeconds(30);

    // A poll that only passes transaction markers returns nothing, and would wait for its whole time.
    private static final Duration POLL = Duration.ofMillis(50);

    // The relay does not wait for the disk when it notes what it sent. A database that dies loses what it was told in
    // its last 0.6 seconds (three times its wal_writer_delay), in which one bucket sends some thousands at most.
    private static final int MOST_UNNOTED = 10_000;

    private final BrokerClients clients;
    private final EventDeserializer events;
    private final String topic;

    OutboxTailReader(BrokerClients clients, EventDeserializer events, String topic) {
        this.clients = clients;
        this.events = events;
        this.topic = topic;
    }

    /**
     * Reads back from the end until at least one dispatch is found. Transaction markers and aborted records take
     * offsets too, so it steps back further each time it finds none.
     *
     * @param window how many offsets to go back at least
     * @param noted the last offset that the database knows of, -1 if none; what was sent since is read too, as far as
     *     the database can have lost its notes of it
     */
    OutboxTail read(int partition, int window, long noted) {
        var source = new TopicPartition(topic, partition);
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(clients.reader("relay-" + partition + "-tail"), bytes, bytes)) {
            consumer.assign(List.of(source));
            long begin = offset(consumer.beginningOffsets(List.of(source)), source);
            long end = offset(consumer.endOffsets(List.of(source)), source);
            long from = end;
            long step = Math.clamp(end - noted, window, Math.max(window, MOST_UNNOTED));
            Map<String, Place> found = Map.of();
            while (found.isEmpty() && from > begin) {
                from = Math.max(begin, from - step);
                found = dispatches(consumer, source, from, end);
                step *= 2;
            }
            return new OutboxTail(found, end);
        }
    }

    private Map<String, Place> dispatches(
            Consumer<byte[], byte[]> consumer, TopicPartition source, long from, long end) {
        Map<String, Place> found = new HashMap<>();
        Instant deadline = Instant.now().plus(WITHIN);
        consumer.seek(source, from);
        while (consumer.position(source) < end) {
            if (Instant.now().isAfter(deadline)) {
                throw new TimeoutException("The end of " + source + " was not reached within " + WITHIN);
            }
            consumer.poll(POLL).forEach(record -> note(record, found));
        }
        return found;
    }

    private void note(ConsumerRecord<byte[], byte[]> record, Map<String, Place> found) {
        try {
            if (record.value() != null && events.read(topic, record.value()) instanceof Dispatch dispatch) {
                found.put(dispatch.getSignature(), new Place(dispatch.getSeq(), record.offset()));
            }
        } catch (MalformedEventException | UnknownSchemaException | UnknownEventTypeException e) {
            // Not ours to judge: the gate refuses it. It says nothing about our numbers.
            log.warn("outbox.tail unreadable partition={} offset={}", record.partition(), record.offset());
        }
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition source) {
        Long offset = offsets.get(source);
        if (offset == null) {
            throw new TimeoutException("The broker did not tell the offsets of " + source);
        }
        return offset;
    }
}
