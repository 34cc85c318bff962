package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.heliograph.exchange.wire.GenericEventDeserializer;
import org.heliograph.sharing.Rule;
import org.heliograph.sharing.policy.Topics;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one event. Read from the audit with the auditor's own credentials: operations may not read it,
 * and cannot answer this.
 */
record AuditExplanation(PrintWriter out, Stack stack, Format format) {

    int of(String eventId) {
        List<GenericRecord> found = find(eventId);
        if (found.isEmpty()) {
            throw new StackException("the audit holds no decision about an event '%s'".formatted(eventId));
        }
        found.forEach(format == Format.JSON ? out::println : this::print);
        out.flush();
        return 0;
    }

    private List<GenericRecord> find(String eventId) {
        String auditor = stack.roster().platform().auditor();
        GenericEventDeserializer events = new GenericEventDeserializer(stack.schemas(auditor));
        List<GenericRecord> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                stack.brokerClients(auditor).reader("explain"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.AUDIT).stream()
                    .map(info -> new TopicPartition(Topics.AUDIT, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    GenericRecord decision = events.read(record.topic(), record.value());
                    if (eventId.equals(text(decision.get("eventId")))) {
                        found.add(decision);
                    }
                }
            }
        }
        return found;
    }

    private void print(GenericRecord decision) {
        out.println("%s %s of %s, marked %s"
                .formatted(
                        text(decision.get("eventType")),
                        text(decision.get("eventId")),
                        text(decision.get("originator")),
                        text(decision.get("tlp"))));
        out.println("  %s at %s under version %s; %s, number %s of its chain"
                .formatted(
                        text(decision.get("outcome")),
                        Instant.ofEpochMilli(millis(decision.get("decidedAt"))),
                        text(decision.get("policyVersion")).substring(0, 12),
                        text(decision.get("chain")),
                        decision.get("index")));
        if (decision.get("rule") != null) {
            out.println("  " + because(text(decision.get("rule")), text(decision.get("reason"))));
        }
        if (decision.get("decisions") instanceof Iterable<?> parties) {
            for (Object each : parties) {
                GenericRecord party = (GenericRecord) each;
                out.println("  %-20s %-9s %s"
                        .formatted(
                                text(party.get("party")),
                                Boolean.TRUE.equals(party.get("released")) ? "released" : "withheld",
                                because(text(party.get("rule")), text(party.get("reason")))));
            }
        }
    }

    /** What was found, and what would have been accepted: the rule says it where the reason does not. */
    private static String because(String rule, String reason) {
        return Rule.valueOf(rule).id() + ": " + reason + " ("
                + Rule.valueOf(rule).text() + ")";
    }

    private static long millis(@Nullable Object instant) {
        return instant instanceof Long millis ? millis : instant instanceof Instant time ? time.toEpochMilli() : 0;
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }
}
