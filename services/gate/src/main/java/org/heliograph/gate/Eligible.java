package org.heliograph.gate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.MessageType;
import org.heliograph.events.Priority;
import org.heliograph.events.Status;
import org.heliograph.sharing.Offer;
import org.heliograph.sharing.Rule;
import org.heliograph.sharing.Sharing;
import org.heliograph.sharing.SharingDecision.Released;
import org.heliograph.sharing.SharingDecision.Withheld;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Terms;

/**
 * Whom a party may name in an event of the default marking and of a new case, for each value of the field that tells
 * its variants apart; under no name where it has none. A value is absent where the party may not send such an event.
 * Who is suspended is told all the same: that ends, and the receipt says so until then.
 *
 * @param policyVersion hash of the policy by which it is so
 */
record Eligible(SortedMap<String, List<String>> recipients, String policyVersion) {

    /** Judges an event of each variant that names everybody who may receive it; by the decision itself. */
    static Eligible of(Policy policy, String version, EventPolicy event, String party, Instant at) {
        SortedMap<String, List<String>> recipients = new TreeMap<>();
        values(event)
                .forEach(value -> event.terms(value)
                        .filter(terms -> terms.publishers().contains(party))
                        .ifPresent(terms -> recipients.put(value, eligible(policy, event, value, terms, party, at))));
        return new Eligible(recipients, version);
    }

    private static Stream<String> values(EventPolicy event) {
        return event.variants().areNone()
                ? Stream.of("")
                : event.variants().byName().values().stream().flatMap(variant -> variant.values().stream());
    }

    private static List<String> eligible(
            Policy policy, EventPolicy event, String value, Terms terms, String party, Instant at) {
        Set<String> named = policy.parties().keySet().stream()
                .filter(other -> !other.equals(party))
                .collect(Collectors.toSet());
        SortedMap<String, String> fields = new TreeMap<>();
        if (!event.variants().areNone()) {
            fields.put(event.variants().field(), value);
        }
        Offer offer = new Offer(
                party,
                event.schema(),
                envelope(event, terms, party, at),
                new Distribution(List.copyOf(named), List.of()),
                List.of(),
                fields);
        return Sharing.judge(policy, offer, at).decisions().entrySet().stream()
                .filter(decision -> switch (decision.getValue()) {
                    case Released _ -> true;
                    case Withheld withheld -> withheld.rule() == Rule.SUSPENDED;
                    default -> false;
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Envelope envelope(EventPolicy event, Terms terms, String party, Instant at) {
        return Envelope.newBuilder()
                .setEventId(UUID.randomUUID())
                .setEventType(event.type())
                .setOccurredAt(at)
                .setPublishedAt(at)
                .setOriginatorParty(party)
                .setOriginatorRole("gate")
                .setContextId("exercise:" + UUID.randomUUID())
                .setStatus(Status.EXERCISE)
                .setMsgType(MessageType.ALERT)
                .setPriority(Priority.MEDIUM)
                .setTlp(event.defaultMarking())
                .setPermittedPurposes(List.copyOf(terms.purposes()))
                .setLane(event.lane())
                .setContainsPersonalData(false)
                .build();
    }
}
