package org.heliograph.gate;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Receipt;
import org.heliograph.events.Redelivery;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Grant;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.heliograph.sharing.policy.SigningKey;
import org.jspecify.annotations.Nullable;

/**
 * The reviewed policy with all its schemas, a grant for each party and event, and two keys for each party, one of which
 * has ended.
 */
final class WholeCatalogue {

    static final Instant FROM = Events.AT;
    static final Instant UNTIL = FROM.plus(Duration.ofDays(30));
    static final String CASE = "exercise:6f1c2a3e-0b7d-4c55-9a41-2f60c1d7e801";

    private static final String SUSPENDED = "xa";

    private final Map<String, EventSigner> signers = new TreeMap<>();
    private final Map<String, EventSigner> signersUntilFrom = new TreeMap<>();
    private final Map<String, Schema> schemas = new TreeMap<>();
    private final Map<String, Integer> ids = new TreeMap<>();
    private final GatePolicy usual;
    private final GatePolicy suspending;

    WholeCatalogue() {
        Policy reviewed = PolicyCompiler.compile(Path.of("../../deploy/policy"));
        Map<Integer, RegisteredSchema> registered = new TreeMap<>();
        List.of(Dispatch.class, Receipt.class, AuditDecision.class, Redelivery.class)
                .forEach(type -> register(EventSchemas.of(type), registered));
        reviewed.events().values().forEach(event -> register(schema(event), registered));
        List<SigningKey> keys = new ArrayList<>();
        for (String party : reviewed.parties().keySet()) {
            signers.put(party, signer(party, "1", Optional.empty(), keys));
            signersUntilFrom.put(party, signer(party, "0", Optional.of(FROM), keys));
        }
        usual = ready(reviewed, reviewed.parties(), registered, keys);
        SortedMap<String, Party> suspended = new TreeMap<>(reviewed.parties());
        suspended.computeIfPresent(SUSPENDED, (id, party) -> suspended(party));
        suspending = ready(reviewed, suspended, registered, keys);
    }

    GatePolicy policy() {
        return usual;
    }

    /** The same, in which a state is suspended, and with it its offices and clients. */
    GatePolicy suspending() {
        return suspending;
    }

    @Nullable
    EventSigner signer(String party) {
        return signers.get(party);
    }

    /** With the key that ends at {@link #FROM}. */
    @Nullable
    EventSigner signerUntilFrom(String party) {
        return signersUntilFrom.get(party);
    }

    Schema schema(String name) {
        return Objects.requireNonNull(schemas.get(name));
    }

    int id(String name) {
        return Objects.requireNonNull(ids.get(name));
    }

    private void register(Schema schema, Map<Integer, RegisteredSchema> registered) {
        int id = 101 + registered.size();
        schemas.put(schema.getFullName(), schema);
        ids.put(schema.getFullName(), id);
        registered.put(
                id,
                new RegisteredSchema(id, schema.getFullName(), EventSchemas.fingerprint(schema), schema.toString()));
    }

    private static EventSigner signer(String party, String number, Optional<Instant> until, List<SigningKey> keys) {
        ECKey key = Platform.key(party + "-" + number);
        keys.add(new SigningKey(party, key.getKeyID(), key.toPublicJWK().toJSONString(), until));
        return new EventSigner(key);
    }

    private static GatePolicy ready(
            Policy reviewed,
            SortedMap<String, Party> parties,
            Map<Integer, RegisteredSchema> registered,
            List<SigningKey> keys) {
        Policy policy = new Policy(
                "",
                reviewed.platform(),
                parties,
                reviewed.events(),
                grants(reviewed),
                reviewed.declassifiers(),
                reviewed.auditAccess(),
                reviewed.schemas(),
                reviewed.signingKeys());
        return GatePolicy.of(policy.with(registered, keys));
    }

    static Party suspended(Party party) {
        return new Party(
                party.id(),
                party.name(),
                party.role(),
                party.kind(),
                party.authority(),
                party.clearance(),
                party.lanes(),
                party.purposes(),
                party.systems(),
                true);
    }

    private static Schema schema(EventPolicy event) {
        try {
            return EventSchemas.of(Class.forName(event.schema()).asSubclass(SpecificRecord.class));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Also such as the compiler would refuse: what no grant may lift has to hold at the gate too. */
    private static SortedMap<String, Grant> grants(Policy policy) {
        SortedMap<String, Grant> grants = new TreeMap<>();
        for (String party : policy.parties().keySet()) {
            for (EventPolicy event : policy.events().values()) {
                int number = grants.size();
                String id = "grant-" + number;
                grants.put(
                        id,
                        new Grant(
                                id,
                                party,
                                event.type(),
                                Optional.empty(),
                                event.purposes().iterator().next(),
                                "treaty",
                                number % 3 == 0 ? CASE : Grant.ANY_CASE,
                                "duty officer",
                                number % 2 == 0 ? Optional.of("head of desk") : Optional.empty(),
                                FROM,
                                UNTIL));
            }
        }
        return grants;
    }
}
