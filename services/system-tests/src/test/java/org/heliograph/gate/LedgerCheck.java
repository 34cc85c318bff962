package org.heliograph.gate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Envelope;
import org.heliograph.events.Outcome;
import org.heliograph.events.PartyDecision;
import org.heliograph.events.Receipt;
import org.heliograph.exchange.audit.ChainCheck;
import org.heliograph.exchange.audit.ChainHash;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.MalformedValueException;
import org.heliograph.exchange.wire.SchemaLookup;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.sharing.Judgement;
import org.heliograph.sharing.Offer;
import org.heliograph.sharing.Sharing;
import org.heliograph.sharing.SharingDecision;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyJson;
import org.heliograph.sharing.policy.Topics;

/** What does not balance, one line for each; only the first of them are worth reading. */
final class LedgerCheck {

    private final Ledger ledger;
    private final SchemaLookup schemas;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, ConsumerRecord<String, byte[]>> offers = new TreeMap<>();
    private final Map<String, AuditDecision> links = new TreeMap<>();
    private final Map<String, Policy> policies = new HashMap<>();

    LedgerCheck(Ledger ledger) {
        this.ledger = ledger;
        this.schemas = ledger.schemas();
    }

    List<String> problems() {
        ledger.offers().forEach(offer -> offers.put(place(offer), offer));
        ledger.pointers().forEach(pointer -> offers.put(place(pointer), pointer));
        ledger.policies()
                .forEach(version -> policies.put(
                        version.key(), PolicyJson.read(new String(version.value(), StandardCharsets.UTF_8))));
        eachOfferIsDecidedOnce();
        eachOfferIsReceiptedOnce();
        eachChainIsWhole();
        eachRecipientHasWhatItShouldAndNoMore();
        links.values().forEach(this::thePolicyAllowsIt);
        return problems.size() <= 20 ? problems : problems.subList(0, 20);
    }

    private void eachOfferIsDecidedOnce() {
        for (AuditDecision link : ledger.links()) {
            if (ledger.hasLeft(link.getOriginator())) {
                continue;
            }
            String place = Ledger.place(link);
            if (links.put(place, link) != null) {
                problems.add(place + " was decided twice");
            }
            ConsumerRecord<String, byte[]> offer = offers.get(place);
            if (offer == null) {
                problems.add(place + " was decided, and is in no outbox");
            } else if (!link.getDispatchHash()
                    .equals(ChainHash.sha256(offer.value() == null ? new byte[0] : offer.value()))) {
                problems.add(place + " is audited with another content");
            }
        }
        missing(offers.keySet(), links.keySet(), "was not decided");
    }

    private void eachChainIsWhole() {
        ChainCheck chains = new ChainCheck(schemas, Map.of(), problem -> problems.add(problem.toString()));
        ledger.audit().forEach(link -> chains.take(link.partition(), link.offset(), link.value()));
        chains.finish();
    }

    private void eachOfferIsReceiptedOnce() {
        Set<String> receipted = new HashSet<>();
        for (ConsumerRecord<String, byte[]> message : ledger.receipts()) {
            Receipt receipt = decode(message.value(), Receipt.class);
            String place = receipt.getDispatch();
            AuditDecision link = links.get(place);
            if (!receipted.add(place)) {
                problems.add(place + " has two receipts");
            }
            if (link == null
                    || link.getOutcome() != receipt.getOutcome()
                    || !released(link).equals(new TreeSet<>(receipt.getReleasedTo()))
                    || !message.topic().equals(Topics.receipts(link.getOriginator()))) {
                problems.add(place + " has another receipt than the audit tells: " + receipt.getOutcome());
            }
        }
        Set<String> due = new TreeSet<>(offers.keySet());
        // Who is not given again what it had learns nothing by it that concerns the originator.
        links.forEach((place, link) -> {
            if (link.getRedelivery().isPresent() && link.getOutcome() == Outcome.REFUSED) {
                due.remove(place);
                if (receipted.contains(place)) {
                    problems.add(place + " was refused again, and has a receipt");
                }
            }
        });
        missing(due, receipted, "has no receipt");
    }

    /** Where the dispatch lies on which was decided. */
    private static String dispatchOf(AuditDecision link) {
        return link.getRedelivery()
                .map(again -> "%s-%d@%d".formatted(again.getOutbox(), again.getPartition(), again.getOffset()))
                .orElseGet(() -> Ledger.place(link));
    }

    private void eachRecipientHasWhatItShouldAndNoMore() {
        Map<String, List<String>> wanted = new TreeMap<>();
        for (AuditDecision link : ledger.links()) {
            ConsumerRecord<String, byte[]> offer = offers.get(dispatchOf(link));
            if (offer == null) {
                continue;
            }
            for (String party : released(link)) {
                if (ledger.hasLeft(party) || ledger.isOutOfReach(topic(link, party))) {
                    continue;
                }
                add(wanted, topic(link, party), offer.partition(), link.getOriginator(), copy(link, offer));
            }
        }
        Map<String, List<String>> found = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> message : ledger.copies()) {
            if (message.value() == null || ledger.isOutOfReach(message.topic())) {
                // It takes a copy back, which OutputsTest shows; or could be read for a time alone.
                continue;
            }
            String source = header(message, "ce_source");
            String originator = source.substring(source.lastIndexOf('/') + 1);
            if (ledger.hasLeft(originator)) {
                continue;
            }
            add(
                    found,
                    message.topic(),
                    message.partition(),
                    originator,
                    header(message, "ce_id") + " " + ChainHash.sha256(message.value()));
        }
        Set<String> everywhere = new TreeSet<>(wanted.keySet());
        everywhere.addAll(found.keySet());
        for (String where : everywhere) {
            List<String> due = wanted.getOrDefault(where, List.of());
            List<String> there = found.getOrDefault(where, List.of());
            if (!due.equals(there)) {
                List<String> lacking = new ArrayList<>(due);
                there.forEach(lacking::remove);
                List<String> surplus = new ArrayList<>(there);
                due.forEach(surplus::remove);
                problems.add("%s: %d copies are due, %d are there; lacking %s, too many %s, or in another order"
                        .formatted(where, due.size(), there.size(), lacking, surplus));
            }
        }
    }

    private void thePolicyAllowsIt(AuditDecision link) {
        Policy policy = policies.get(link.getPolicyVersion());
        String place = Ledger.place(link);
        ConsumerRecord<String, byte[]> offer = offers.get(dispatchOf(link));
        if (policy == null) {
            problems.add(place + " was decided by a policy that nobody published");
        } else if (offer != null
                && link.getOutcome() == Outcome.RELEASED
                && !ledger.allowed().contains(place)) {
            Set<String> allowed = allowed(policy, link, offer);
            if (isAllowed(link, allowed)) {
                ledger.allowed().add(place);
            } else {
                problems.add("%s was released to %s, the policy allows %s".formatted(place, released(link), allowed));
            }
        }
    }

    private static boolean isAllowed(AuditDecision link, Set<String> allowed) {
        return link.getRedelivery()
                .map(again -> released(link).equals(Set.of(again.getParty())) && allowed.contains(again.getParty()))
                .orElseGet(() -> released(link).equals(allowed));
    }

    private Set<String> allowed(Policy policy, AuditDecision link, ConsumerRecord<String, byte[]> message) {
        Dispatch dispatch = dispatch(schemas, message).orElseThrow();
        WireValue event = WireValue.split(dispatch.getEvent());
        Schema schema = schemas.byId(event.schemaId()).orElseThrow();
        Envelope envelope = AvroBinary.envelope(schema, event.binary());
        Offer offer = Contents.of(schema, AvroBinary.decode(schema, event.binary()))
                .offer(policy, link.getOriginator(), envelope, dispatch.getDistribution());
        Set<String> allowed = new TreeSet<>();
        Judgement judgement = Sharing.judge(policy, offer, link.getDecidedAt());
        if (judgement instanceof Judgement.Rejected) {
            return allowed;
        }
        judgement.decisions().forEach((party, decision) -> {
            if (!(decision instanceof SharingDecision.Withheld || decision instanceof SharingDecision.Refused)) {
                allowed.add(party);
            }
        });
        return allowed;
    }

    /** The dispatch in a record of an outbox, if it can be read. */
    static Optional<Dispatch> dispatch(SchemaLookup schemas, ConsumerRecord<String, byte[]> offer) {
        if (offer.value() == null) {
            return Optional.empty();
        }
        try {
            WireValue value = WireValue.split(offer.value());
            return schemas.byId(value.schemaId())
                    .map(schema -> AvroBinary.decode(Dispatch.class, schema, value.binary()));
        } catch (MalformedValueException unreadable) {
            return Optional.empty();
        }
    }

    private String topic(AuditDecision link, String party) {
        String type = link.getEventType().orElseThrow();
        Policy policy = policies.get(link.getPolicyVersion());
        if (party.equals("public")) {
            return "public." + type;
        }
        return policy == null
                ? "unknown"
                : Topics.inbox(party, policy.event(type).orElseThrow().family());
    }

    private String copy(AuditDecision link, ConsumerRecord<String, byte[]> offer) {
        byte[] event = dispatch(schemas, offer)
                .map(dispatch -> {
                    byte[] bytes = new byte[dispatch.getEvent().remaining()];
                    dispatch.getEvent().duplicate().get(bytes);
                    return bytes;
                })
                .orElse(new byte[0]);
        return link.getEventId().orElse("") + " " + ChainHash.sha256(event);
    }

    private static Set<String> released(AuditDecision link) {
        Set<String> parties = new TreeSet<>();
        if (link.getOutcome() == Outcome.RELEASED) {
            link.getDecisions().stream()
                    .filter(PartyDecision::getReleased)
                    .forEach(decision -> parties.add(decision.getParty()));
        }
        return parties;
    }

    private void missing(Set<String> expected, Set<String> found, String what) {
        expected.stream().filter(place -> !found.contains(place)).forEach(place -> problems.add(place + " " + what));
    }

    private <T extends SpecificRecord> T decode(byte[] value, Class<T> type) {
        WireValue wire = WireValue.split(value);
        return AvroBinary.decode(type, schemas.byId(wire.schemaId()).orElseThrow(), wire.binary());
    }

    private static void add(
            Map<String, List<String>> places, String topic, int partition, String originator, String copy) {
        places.computeIfAbsent("%s-%d from %s".formatted(topic, partition, originator), place -> new ArrayList<>())
                .add(copy);
    }

    private static String place(ConsumerRecord<String, byte[]> message) {
        return "%s-%d@%d".formatted(message.topic(), message.partition(), message.offset());
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
