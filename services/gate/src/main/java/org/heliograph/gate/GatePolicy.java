package org.heliograph.gate;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Receipt;
import org.heliograph.events.Redelivery;
import org.heliograph.exchange.signing.EventVerifier;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.heliograph.sharing.policy.SigningKey;
import org.heliograph.sharing.policy.Topics;

/** A version of the policy, made ready for judging: schemas parsed, keys loaded. Immutable. */
final class GatePolicy {

    private final Policy policy;
    private final Map<Integer, WriterSchema> dispatches = new HashMap<>();
    private final Map<Integer, WriterSchema> redeliveries = new HashMap<>();
    private final Map<Integer, WriterSchema> events = new HashMap<>();
    private final int receiptSchema;
    private final int auditSchema;
    private final EventVerifier verifier;

    private GatePolicy(Policy policy) {
        this.policy = policy;
        String dispatch = EventSchemas.of(Dispatch.class).getFullName();
        String redelivery = EventSchemas.of(Redelivery.class).getFullName();
        Set<String> catalogue =
                policy.events().values().stream().map(EventPolicy::schema).collect(Collectors.toSet());
        for (RegisteredSchema registered : policy.schemas().values()) {
            WriterSchema schema = WriterSchema.of(registered);
            if (schema.name().equals(dispatch)) {
                dispatches.put(schema.id(), schema);
            } else if (schema.name().equals(redelivery)) {
                redeliveries.put(schema.id(), schema);
            } else if (catalogue.contains(schema.name())) {
                events.put(schema.id(), schema);
            }
        }
        idOf(policy, Dispatch.class);
        idOf(policy, Redelivery.class);
        this.receiptSchema = idOf(policy, Receipt.class);
        this.auditSchema = idOf(policy, AuditDecision.class);
        this.verifier = new EventVerifier(keys(policy.signingKeys()));
    }

    /**
     * Makes a policy ready.
     *
     * @throws UnusablePolicyException if it cannot be judged by
     */
    static GatePolicy of(Policy policy) {
        try {
            return new GatePolicy(policy);
        } catch (UnusablePolicyException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnusablePolicyException(
                    "unusable schema or key: " + e.getClass().getSimpleName(), e);
        }
    }

    Policy policy() {
        return policy;
    }

    String version() {
        return policy.version();
    }

    /** The outboxes to take from: those of all parties that may send anything. */
    Set<String> outboxes() {
        return policy.senders().stream().map(Topics::outbox).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The schema with this id, if dispatches are written with it. */
    Optional<WriterSchema> dispatchSchema(int id) {
        return Optional.ofNullable(dispatches.get(id));
    }

    /** All topics to take from: the outboxes, and what is asked to be delivered again. */
    Set<String> sources() {
        Set<String> sources = outboxes();
        sources.add(Topics.REDELIVERIES);
        return sources;
    }

    /** The schema with this id, if pointers to what is to be delivered again are written with it. */
    Optional<WriterSchema> redeliverySchema(int id) {
        return Optional.ofNullable(redeliveries.get(id));
    }

    /** The schema with this id, if it belongs to an event of the catalogue; the spine's own records do not. */
    Optional<WriterSchema> eventSchema(int id) {
        return Optional.ofNullable(events.get(id));
    }

    int receiptSchema() {
        return receiptSchema;
    }

    int auditSchema() {
        return auditSchema;
    }

    EventVerifier verifier() {
        return verifier;
    }

    /** When the key ended by which a party signed, if it has ended at this instant. */
    Optional<Instant> endOfKey(String party, String kid, Instant at) {
        return policy.signingKeys().stream()
                .filter(key -> key.party().equals(party) && key.kid().equals(kid))
                .filter(key -> key.hasEnded(at))
                .findFirst()
                .flatMap(SigningKey::until);
    }

    // The id of exactly the schema that this release writes; another version under the same name would not fit its
    // bytes.
    private static int idOf(Policy policy, Class<? extends SpecificRecord> type) {
        String name = EventSchemas.of(type).getFullName();
        String fingerprint = EventSchemas.fingerprint(EventSchemas.of(type));
        return policy.schemas().values().stream()
                .filter(schema ->
                        schema.name().equals(name) && schema.fingerprint().equals(fingerprint))
                .findFirst()
                .orElseThrow(() -> new UnusablePolicyException("this gate's schema of " + name + " is not registered"))
                .id();
    }

    private static Map<String, JWKSet> keys(List<SigningKey> signingKeys) {
        Map<String, List<JWK>> byParty = new HashMap<>();
        for (SigningKey key : signingKeys) {
            try {
                byParty.computeIfAbsent(key.party(), party -> new ArrayList<>()).add(JWK.parse(key.jwk()));
            } catch (ParseException e) {
                throw new UnusablePolicyException("key %s of %s is no JWK".formatted(key.kid(), key.party()), e);
            }
        }
        return byParty.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, keys -> new JWKSet(keys.getValue())));
    }
}
