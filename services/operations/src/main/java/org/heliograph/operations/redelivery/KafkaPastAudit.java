package org.heliograph.operations.redelivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.events.AuditDecision;
import org.heliograph.exchange.wire.EventDeserializer;
import org.heliograph.exchange.wire.MalformedEventException;
import org.heliograph.exchange.wire.UnknownEventTypeException;
import org.heliograph.exchange.wire.UnknownSchemaException;
import org.heliograph.operations.mission.Auditor;
import org.heliograph.sharing.policy.Topics;

/** Reads the audit as its auditor. */
final class KafkaPastAudit implements PastAudit {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The broker dates a decision by its own clock, and later than the gate does. */
    private static final Duration APART = Duration.ofMinutes(5);

    private final Auditor auditor;
    private final EventDeserializer events;

    KafkaPastAudit(Auditor auditor, EventDeserializer events) {
        this.auditor = auditor;
        this.events = events;
    }

    @Override
    public void since(Instant begin, Reader reader) {
        try (KafkaConsumer<String, byte[]> consumer = auditor.consumer("redelivery")) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.AUDIT).stream()
                    .map(info -> new TopicPartition(Topics.AUDIT, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            long earliest = Math.max(0, begin.toEpochMilli() - APART.toMillis());
            Map<TopicPartition, Long> times = new HashMap<>();
            partitions.forEach(partition -> times.put(partition, earliest));
            consumer.offsetsForTimes(times).forEach((partition, found) -> {
                if (found != null) {
                    consumer.seek(partition, found.offset());
                }
            });
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> link : consumer.poll(POLL)) {
                    reader.take(link.partition(), decision(link));
                }
                if (System.nanoTime() > deadline) {
                    throw new KafkaException(
                            "the audit could not be read to its end within " + PATIENCE.toSeconds() + " s");
                }
            }
        }
    }

    /** One that cannot be read may be the recall of another: nobody may go on as if it were not there. */
    private AuditDecision decision(ConsumerRecord<String, byte[]> link) {
        try {
            return events.read(link.topic(), link.value(), AuditDecision.class);
        } catch (MalformedEventException | UnknownSchemaException | UnknownEventTypeException e) {
            throw new RedeliveryRefusedException(
                    "the audit cannot be read in partition %d at offset %d: see ./heliograph audit verify"
                            .formatted(link.partition(), link.offset()));
        }
    }
}
