package org.heliograph.exchange.outbox;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.validation.EventRules;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;

/**
 * Checks, coarsens and encodes. What the gate would refuse for its form alone is refused here, before it is stored or
 * shown to the gate.
 */
final class EventForm {

    /** Leaves room for the rest of the dispatch below Kafka's usual limit of one mebibyte for a record. */
    static final int MAX_BYTES = 900_000;

    private static final Pattern PARTY = Pattern.compile("[a-z][a-z0-9-]*");

    private final String party;

    EventForm(String party) {
        this.party = party;
    }

    EncodedEvent encode(SpecificRecord event, Distribution distribution) {
        Envelope envelope = envelope(event);
        checkEnvelope(envelope);
        checkDistribution(distribution);
        Schema schema = EventSchemas.of(event.getClass());
        String fingerprint = EventSchemas.fingerprintOf(event.getClass());
        byte[] binary = encoded(Coarsening.coarsened(event, envelope.getTlp()));
        checkFields(event);
        return new EncodedEvent(envelope, schema, fingerprint, binary);
    }

    private static Envelope envelope(SpecificRecord event) {
        Schema.Field first = event.getSchema().getFields().getFirst();
        if (first.name().equals(AvroBinary.ENVELOPE_FIELD) && event.get(first.pos()) instanceof Envelope envelope) {
            return envelope;
        }
        throw new IllegalArgumentException(event.getSchema().getName() + " does not start with an envelope");
    }

    private void checkEnvelope(Envelope envelope) {
        require(party.equals(envelope.getOriginatorParty()), "originatorParty must be " + party);
        require(!envelope.getEventType().isBlank(), "eventType must be named");
        String prefix = envelope.getStatus().name().toLowerCase(Locale.ROOT) + ":";
        String contextId = envelope.getContextId();
        require(
                contextId.startsWith(prefix) && isUuid(contextId.substring(prefix.length())),
                "contextId must be " + prefix + "<uuid> (R17)");
    }

    private static void checkFields(SpecificRecord event) {
        List<String> violations = EventRules.violations(event);
        require(violations.isEmpty(), String.join("; ", violations));
    }

    private static void checkDistribution(Distribution distribution) {
        distribution.getReleasableTo().forEach(EventForm::checkParty);
        distribution.getNotReleasableTo().forEach(EventForm::checkParty);
    }

    private static void checkParty(String id) {
        require(PARTY.matcher(id).matches(), "a distribution names party ids, [a-z][a-z0-9-]*");
    }

    private static byte[] encoded(SpecificRecord event) {
        byte[] binary;
        try {
            binary = AvroBinary.encode(event);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(event.getSchema().getName() + " lacks a mandatory field", e);
        }
        require(binary.length <= MAX_BYTES, "an event has at most " + MAX_BYTES + " bytes, not " + binary.length);
        return binary;
    }

    // One spelling only, as the id is signed and compared as text.
    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(boolean holds, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(expected);
        }
    }
}
