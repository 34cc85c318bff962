package org.heliograph.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** From a record to the handler: decoded, its signature checked, once. */
final class Intake {

    private final Schemas schemas;
    private final Signatures signatures;
    private final Seen seen;
    private final Handler handler = new Handler();

    Intake(Schemas schemas, Signatures signatures, Seen seen) {
        this.schemas = schemas;
        this.signatures = signatures;
        this.seen = seen;
    }

    /** Returns once the record needs to come no more. Says on standard output what became of it. */
    void take(ConsumerRecord<String, byte[]> record) throws IOException {
        ObjectNode line = Settings.JSON.createObjectNode();
        line.put("topic", record.topic());
        line.put("partition", record.partition());
        line.put("offset", record.offset());
        line.put("key", record.key());
        if (record.value() == null) {
            // Where it lies is its only name: a key can be recalled more than once.
            String place = "recall %s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
            once(line, place, Check.Kind.RECALLED, record.key(), () -> handler.recall(line));
            return;
        }
        try {
            Event event = event(record, line);
            String name = event.envelope("originatorParty") + "/" + event.envelope("eventId");
            once(line, "event " + name, Check.Kind.HANDLED, name, () -> handler.event(line, event));
        } catch (NotGoodException e) {
            Check.get().note(Check.Kind.REFUSED, record.key());
            Kit.tell("refused", line.put("reason", e.getMessage()));
        }
    }

    private Event event(ConsumerRecord<String, byte[]> record, ObjectNode line) throws NotGoodException {
        Event event = Event.of(record.value(), schemas);
        Header signature = record.headers().lastHeader("heliograph-signature");
        String signedBy = signatures.verify(
                event, signature == null ? null : new String(signature.value(), StandardCharsets.UTF_8));
        String originator = event.envelope("originatorParty");
        String name = record.topic().startsWith("public.") ? "contextId" : "eventId";
        if (!(originator + "/" + event.envelope(name)).equals(record.key())) {
            throw new NotGoodException("its key is another's");
        }
        line.put("signedBy", signedBy);
        line.put("originator", originator);
        line.put("eventId", event.envelope("eventId"));
        line.put("type", event.envelope("eventType"));
        return event;
    }

    private void once(ObjectNode line, String id, Check.Kind kind, String name, Runnable handle) throws IOException {
        boolean isNew = seen.once(id, handle);
        Check.get().note(isNew ? kind : Check.Kind.REPEATED, name);
        if (!isNew) {
            Kit.tell("repeated", line);
        }
    }
}
