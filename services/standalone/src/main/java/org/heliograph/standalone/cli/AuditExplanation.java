package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.exchange.wire.GenericEventDeserializer;
import org.heliograph.exchange.wire.MalformedEventException;
import org.heliograph.exchange.wire.UnknownSchemaException;
import org.heliograph.sharing.Rule;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one event. Read from the audit with the auditor's own credentials: operations may not read it,
 * and cannot answer this.
 */
record AuditExplanation(PrintWriter out, Stack stack, Format format) {

    /** A decision, where it lies. */
    private record Row(int partition, long offset, GenericRecord decision) {}

    int of(String eventId) {
        List<Row> found = find(eventId);
        if (found.isEmpty()) {
            throw new StackException("the audit holds no decision about an event '%s'".formatted(eventId));
        }
        if (format == Format.JSON) {
            format.print(out, found.stream().map(AuditExplanation::json).toList());
        } else {
            found.forEach(this::print);
        }
        out.flush();
        return 0;
    }

    private List<Row> find(String eventId) {
        AuditTopic audit = new AuditTopic(stack);
        GenericEventDeserializer events = new GenericEventDeserializer(audit.schemas());
        List<Row> found = new ArrayList<>();
        audit.each(record -> {
            @Nullable GenericRecord decision = decision(events, record);
            if (decision != null && (eventId.equals(text(decision.get("eventId"))) || isAbout(decision, eventId))) {
                found.add(new Row(record.partition(), record.offset(), decision));
            }
        });
        return found;
    }

    /** Whether it is about what a recipient did with a copy of that event. */
    private static boolean isAbout(GenericRecord decision, String eventId) {
        @Nullable GenericRecord delivery = delivery(decision);
        return delivery != null && eventId.equals(text(delivery.get("targetEventId")));
    }

    /** Null of all but a notice of what was done about a copy; and of what was audited before there were any. */
    private static @Nullable GenericRecord delivery(GenericRecord decision) {
        return decision.getSchema().getField("facts") != null
                        && decision.get("facts") instanceof GenericRecord facts
                        && facts.getSchema().getField("delivery") != null
                        && facts.get("delivery") instanceof GenericRecord delivery
                ? delivery
                : null;
    }

    /** Null if it cannot be read, which {@code audit verify} tells. */
    private static @Nullable GenericRecord decision(
            GenericEventDeserializer events, ConsumerRecord<String, byte[]> record) {
        try {
            @Nullable GenericRecord decision = events.deserialize(record.topic(), record.value());
            return decision == null || decision.getSchema().getField("eventId") == null ? null : decision;
        } catch (MalformedEventException | UnknownSchemaException unreadable) {
            return null;
        }
    }

    private static Map<String, Object> json(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("partition", row.partition());
        json.put("auditOffset", row.offset());
        json.putAll(fields(row.decision()));
        json.put(
                "decidedAt",
                Instant.ofEpochMilli(millis(row.decision().get("decidedAt"))).toString());
        return json;
    }

    private static Map<String, Object> fields(GenericRecord record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        record.getSchema().getFields().forEach(field -> fields.put(field.name(), value(record.get(field.pos()))));
        return fields;
    }

    @SuppressWarnings("NullAway") // Absent is null in JSON too.
    private static Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case GenericRecord record -> fields(record);
            case Collection<?> list ->
                list.stream().map(AuditExplanation::value).toList();
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }

    private void print(Row row) {
        GenericRecord decision = row.decision();
        out.println("%s %s of %s, marked %s"
                .formatted(
                        text(decision.get("eventType")),
                        text(decision.get("eventId")),
                        text(decision.get("originator")),
                        text(decision.get("tlp"))));
        @Nullable GenericRecord delivery = delivery(decision);
        if (delivery != null) {
            out.println("  its copy of %s of %s: %s, decided by %s"
                    .formatted(
                            text(delivery.get("targetEventId")),
                            text(delivery.get("targetOriginator")),
                            text(delivery.get("act")),
                            text(delivery.get("decidedBy"))));
        }
        out.println("  %s at %s under version %s; %s, number %s of its chain"
                .formatted(
                        text(decision.get("outcome")),
                        Instant.ofEpochMilli(millis(decision.get("decidedAt"))),
                        text(decision.get("policyVersion")).substring(0, 12),
                        text(decision.get("chain")),
                        decision.get("index")));
        out.println("  offered in %s at offset %s, audited in partition %d at offset %d"
                .formatted(text(decision.get("chain")), decision.get("offset"), row.partition(), row.offset()));
        // Decisions of before know nothing of it.
        if (decision.getSchema().getField("redelivery") != null
                && decision.get("redelivery") instanceof GenericRecord again) {
            out.println("  judged again for %s alone: %s@%s of %s; asked for by %s: %s"
                    .formatted(
                            text(again.get("party")),
                            text(again.get("partition")),
                            text(again.get("offset")),
                            text(again.get("outbox")),
                            text(again.get("operator")),
                            text(again.get("reason"))));
        }
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
