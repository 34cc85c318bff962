package org.heliograph.standalone.sandbox;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.heliograph.events.Envelope;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.exchange.signing.SignedContent;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.exchange.wire.Partitions;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Topics;
import org.heliograph.standalone.Secrets;
import org.heliograph.standalone.StackException;
import org.heliograph.standalone.kits.KitContent;
import org.jspecify.annotations.Nullable;

/**
 * Writes exercises as others would to the party, each signed with a key that is made for the sandbox and for nothing
 * else. Immutable; any thread.
 */
final class Author {

    private final Policy policy;
    private final String party;
    private final SortedMap<String, ECKey> keys = new TreeMap<>();

    Author(Policy policy, String principal, KitContent kit) {
        this.policy = policy;
        this.party = KitContent.party(policy, principal).id();
        kit.topics().values().stream()
                .flatMap(List::stream)
                .map(this::originator)
                .distinct()
                .forEach(originator -> keys.put(originator, Secrets.signingKey(originator + "-sandbox")));
    }

    /**
     * A record to be played.
     *
     * @param message as the gate would write it
     */
    record Draft(Played.Kind kind, String name, String contextId, ProducerRecord<String, byte[]> message) {}

    /**
     * The schema that an event is written with.
     *
     * @param id by which the registry of the sandbox knows it
     */
    record Writing(int id, Schema schema) {}

    /** Those who write, with their keys. */
    SortedMap<String, ECKey> keys() {
        return Collections.unmodifiableSortedMap(keys);
    }

    static String newCase() {
        return "exercise:" + UUID.randomUUID();
    }

    /** The schema of the event that is in force. */
    Writing inForce(EventPolicy event) {
        return policy.schema(event.schema())
                .map(schema -> new Writing(schema.id(), new Schema.Parser().parse(schema.definition())))
                .orElseThrow(
                        () -> new StackException("the policy in force has no registered schema " + event.schema()));
    }

    Draft event(String topic, EventPolicy event, String contextId) {
        return event(topic, event, contextId, inForce(event));
    }

    Draft event(String topic, EventPolicy event, String contextId, Writing writing) {
        return signed(Played.Kind.EVENT, topic, event, contextId, writing, key(event));
    }

    /** An event with the signature of somebody who has not the key that it names. */
    Draft forged(String topic, EventPolicy event, String contextId) {
        ECKey stolen = Secrets.signingKey(key(event).getKeyID());
        return signed(Played.Kind.FORGED, topic, event, contextId, inForce(event), stolen);
    }

    /** The recall of an event that was played. */
    Draft recall(Draft recalled) {
        return recall(recalled.message().topic(), recalled.message().key(), recalled.contextId());
    }

    /** A recall of what the client has never seen. */
    Draft recallOfNothing(String topic, EventPolicy event, String contextId) {
        return recall(topic, originator(event) + "/" + UUID.randomUUID(), contextId);
    }

    private Draft recall(String topic, String key, String contextId) {
        return new Draft(
                Played.Kind.RECALL, key, contextId, new ProducerRecord<>(topic, partition(contextId), key, null));
    }

    private Draft signed(
            Played.Kind kind, String topic, EventPolicy event, String contextId, Writing writing, ECKey key) {
        GenericRecord made = SyntheticValues.of(
                writing.schema(), Map.of(AvroBinary.ENVELOPE_FIELD, envelope(topic, event, contextId, writing)));
        byte[] binary = AvroBinary.encode(made);
        Envelope envelope = AvroBinary.envelope(writing.schema(), binary);
        String fingerprint = EventSchemas.fingerprint(writing.schema());
        String signature = new EventSigner(key).sign(SignedContent.of(envelope, fingerprint, binary));
        String originator = envelope.getOriginatorParty();
        String id = topic.startsWith(Topics.PUBLIC)
                ? contextId
                : envelope.getEventId().toString();
        return new Draft(
                kind,
                originator + "/" + envelope.getEventId(),
                contextId,
                new ProducerRecord<>(
                        topic,
                        partition(contextId),
                        originator + "/" + id,
                        WireValue.join(writing.id(), binary),
                        headers(envelope, writing.schema().getFullName() + ":" + fingerprint, signature)));
    }

    private GenericRecord envelope(String topic, EventPolicy event, String contextId, Writing writing) {
        Map<String, @Nullable Object> given = new HashMap<>();
        given.put("eventId", UUID.randomUUID().toString());
        given.put("eventType", event.type());
        given.put("occurredAt", Instant.now().toEpochMilli());
        given.put("publishedAt", Instant.now().toEpochMilli());
        given.put("originatorParty", originator(event));
        given.put("originatorRole", "sandbox");
        given.put("contextId", contextId);
        given.put("status", "EXERCISE");
        given.put("tlp", (topic.startsWith(Topics.PUBLIC) ? Tlp.CLEAR : event.defaultMarking()).name());
        given.put("lane", event.lane().name());
        given.put(
                "permittedPurposes",
                event.purposes().stream().limit(1).map(Enum::name).toList());
        given.put("containsPersonalData", false);
        given.put("handlingCodes", List.of());
        given.put("sources", List.of());
        for (String unknown : List.of("legalBasis", "consentRef", "payloadKeyId", "retainUntil", "handlingNote")) {
            given.put(unknown, null);
        }
        return SyntheticValues.of(
                writing.schema().getField(AvroBinary.ENVELOPE_FIELD).schema(), given);
    }

    private static List<Header> headers(Envelope envelope, String schema, String signature) {
        return List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", envelope.getEventId().toString()),
                header("ce_source", "/heliograph/" + envelope.getOriginatorParty()),
                header("ce_type", envelope.getEventType()),
                header("ce_time", envelope.getOccurredAt().toString()),
                header("ce_subject", envelope.getContextId()),
                header("ce_dataschema", "urn:heliograph:schema:" + schema),
                header("content-type", "application/avro"),
                header("heliograph-signature", signature));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private int partition(String contextId) {
        return Partitions.of(contextId, policy.platform().partitions());
    }

    private ECKey key(EventPolicy event) {
        ECKey key = keys.get(originator(event));
        if (key == null) {
            throw new IllegalArgumentException(event.type() + " is in no topic of " + party);
        }
        return key;
    }

    /** Another party where there is one. */
    private String originator(EventPolicy event) {
        return event.publishers().stream()
                .filter(publisher -> !publisher.equals(party))
                .findFirst()
                .or(() -> event.publishers().stream().findFirst())
                .orElseThrow(() -> new StackException("by the policy in force nobody sends " + event.type()));
    }
}
