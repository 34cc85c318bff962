package org.heliograph.sharing;

import static org.heliograph.events.Tlp.AMBER;
import static org.heliograph.events.Tlp.CLEAR;
import static org.heliograph.events.Tlp.RED;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.SharingDecision.Published;
import org.heliograph.sharing.SharingDecision.Refused;
import org.heliograph.sharing.SharingDecision.Released;
import org.heliograph.sharing.SharingDecision.Withheld;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Reception;

/**
 * Decides who may receive what. Pure: the same policy and offer always give the same answer, on any thread.
 *
 * <p>The checks run from the outside in, and the first that fails decides: publisher, handling (R1), sealing (R3), case
 * (R17), coordinates (R14), and for each recipient the release rule (R2).
 */
public final class Sharing {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Sharing() {}

    /**
     * Decides about one recipient, as {@link #judge} would. An id that is no party of the policy is withheld from; what
     * is public is so for every id.
     */
    public static SharingDecision decide(Policy policy, Offer offer, String recipient) {
        return switch (judge(policy, offer)) {
            case Judgement.Rejected rejected -> rejected.refusal();
            case Judgement.Public everybody -> everybody.decision();
            case Judgement.Accepted accepted ->
                Objects.requireNonNullElseGet(
                        accepted.decisions().get(recipient),
                        () -> new Withheld(
                                Rule.R2, "%s is not a recipient of its own or an unknown party".formatted(recipient)));
        };
    }

    /**
     * Decides about all parties of the policy but the originator, or, of what is CLEAR, about everybody at once. A
     * dispatch that nobody would receive is rejected.
     */
    public static Judgement judge(Policy policy, Offer offer) {
        return refusal(policy, offer).<Judgement>map(Judgement.Rejected::new).orElseGet(() -> release(policy, offer));
    }

    private static Judgement release(Policy policy, Offer offer) {
        EventPolicy event = policy.event(offer.envelope().getEventType()).orElseThrow();
        if (offer.envelope().getTlp() == CLEAR) {
            // Below the floor it was refused: the event has a public topic.
            return new Judgement.Public(new Published(Rule.PUBLIC, "everybody, marking CLEAR"));
        }
        SortedMap<String, SharingDecision> decisions = new TreeMap<>();
        for (Party party : policy.parties().values()) {
            if (!party.id().equals(offer.owner())) {
                decisions.put(party.id(), release(event, offer, party));
            }
        }
        return decisions.values().stream().anyMatch(Released.class::isInstance)
                ? new Judgement.Accepted(decisions)
                : new Judgement.Rejected(new Refused(Rule.R2, "no recipient is left"), decisions);
    }

    private static Optional<Refused> refusal(Policy policy, Offer offer) {
        Envelope envelope = offer.envelope();
        Optional<EventPolicy> event = policy.event(envelope.getEventType());
        if (event.isEmpty()) {
            return refused(Rule.PUBLISHER, "event type '%s' is not in the catalogue", envelope.getEventType());
        }
        return publisher(event.get(), offer)
                .or(() -> handling(event.get(), envelope))
                .or(() -> recipients(policy, offer))
                .or(() -> sealing(envelope))
                .or(() -> status(envelope))
                .or(() -> coordinates(offer));
    }

    private static Optional<Refused> publisher(EventPolicy event, Offer offer) {
        if (!offer.owner().equals(offer.envelope().getOriginatorParty())) {
            return refused(
                    Rule.OWNER,
                    "the originator is '%s', the outbox belongs to '%s'",
                    offer.envelope().getOriginatorParty(),
                    offer.owner());
        }
        if (!event.schema().equals(offer.schemaName())) {
            return refused(
                    Rule.SCHEMA, "%s needs the schema %s, found %s", event.type(), event.schema(), offer.schemaName());
        }
        if (!event.publishers().contains(offer.owner())) {
            return refused(Rule.PUBLISHER, "'%s' is not a publisher of %s", offer.owner(), event.type());
        }
        return Optional.empty();
    }

    private static Optional<Refused> handling(EventPolicy event, Envelope envelope) {
        if (envelope.getPermittedPurposes().isEmpty()) {
            return refused(Rule.R1, "no purpose is permitted; state at least one of %s", event.purposes());
        }
        if (!event.purposes().containsAll(envelope.getPermittedPurposes())) {
            return refused(Rule.R1, "purposes %s, expected only %s", envelope.getPermittedPurposes(), event.purposes());
        }
        if (envelope.getTlp().compareTo(event.floor()) < 0) {
            return refused(
                    Rule.R1, "marking %s is below the floor %s of %s", envelope.getTlp(), event.floor(), event.type());
        }
        if (envelope.getLane() != event.lane()) {
            return refused(Rule.R1, "lane %s, expected %s", envelope.getLane(), event.lane());
        }
        if (envelope.getHandlingCodes().contains(HandlingCode.H3)
                && envelope.getHandlingNote().filter(note -> !note.isBlank()).isEmpty()) {
            return refused(Rule.R1, "handling code H3 needs a handling note");
        }
        return Optional.empty();
    }

    private static Optional<Refused> recipients(Policy policy, Offer offer) {
        Distribution distribution = offer.distribution();
        if (isAtLeast(offer.envelope().getTlp(), AMBER)
                && distribution.getReleasableTo().isEmpty()) {
            return refused(
                    Rule.R1,
                    "marking %s needs at least one named recipient",
                    offer.envelope().getTlp());
        }
        if (offer.envelope().getTlp() == CLEAR
                && !(distribution.getReleasableTo().isEmpty()
                        && distribution.getNotReleasableTo().isEmpty())) {
            return refused(
                    Rule.PUBLIC,
                    "marking CLEAR is for everybody: name no recipients and no exclusions, or mark it stricter");
        }
        return unknown(policy, distribution.getReleasableTo())
                .or(() -> unknown(policy, distribution.getNotReleasableTo()));
    }

    /** A misspelt exclusion must not release to the party that was meant. */
    private static Optional<Refused> unknown(Policy policy, Collection<String> named) {
        return named.stream()
                .filter(party -> !policy.parties().containsKey(party))
                .findFirst()
                .flatMap(party ->
                        refused(Rule.R2, "a named party is unknown; expected ids of the directory of parties"));
    }

    private static Optional<Refused> sealing(Envelope envelope) {
        if (envelope.getTlp() == RED) {
            return refused(Rule.R3, "marking RED needs sealing, which is not available");
        }
        return envelope.getContainsPersonalData()
                ? refused(Rule.R3, "personal data needs sealing, which is not available")
                : Optional.empty();
    }

    private static Optional<Refused> status(Envelope envelope) {
        String status = envelope.getStatus().name().toLowerCase(Locale.ROOT);
        String contextId = envelope.getContextId();
        int colon = contextId.indexOf(':');
        if (colon < 0 || !UUID.matcher(contextId.substring(colon + 1)).matches()) {
            return refused(Rule.R17, "the context id must be '%s:' and a UUID in lower case", status);
        }
        return contextId.substring(0, colon).equals(status)
                ? Optional.empty()
                : refused(
                        Rule.R17,
                        "status %s does not belong to this case; expected a context id that starts with '%s:'",
                        envelope.getStatus(),
                        status);
    }

    private static Optional<Refused> coordinates(Offer offer) {
        Tlp marking = offer.envelope().getTlp();
        return offer.positions().stream().allMatch(position -> Coordinates.isShareable(position, marking))
                ? Optional.empty()
                : refused(
                        Rule.R14,
                        "a position is finer than %d decimal places of a degree, or out of range",
                        Coordinates.decimals(marking));
    }

    private static SharingDecision release(EventPolicy event, Offer offer, Party party) {
        Envelope envelope = offer.envelope();
        Distribution distribution = offer.distribution();
        if (isNamed(distribution.getNotReleasableTo(), party, true)) {
            return withheld("excluded by the originator");
        }
        Optional<Reception> reception = event.reception(party.id());
        if (reception.isEmpty()) {
            return withheld("not a receiver of " + event.type());
        }
        if (party.clearance().compareTo(envelope.getTlp()) < 0) {
            return withheld("cleared up to " + party.clearance() + ", the marking is " + envelope.getTlp());
        }
        if (!party.lanes().contains(envelope.getLane())) {
            return withheld("not in lane " + envelope.getLane());
        }
        if (Collections.disjoint(party.purposes(), envelope.getPermittedPurposes())) {
            return withheld(
                    "none of the permitted purposes " + envelope.getPermittedPurposes() + " is one of the party's");
        }
        if (isNamed(distribution.getReleasableTo(), party, !isAtLeast(envelope.getTlp(), Tlp.AMBER_STRICT))) {
            return new Released(Rule.R2, "named by the originator");
        }
        // From AMBER up somebody is always named (R1), so who names nobody speaks to the community.
        if (reception.get() == Reception.COMMUNITY
                && distribution.getReleasableTo().isEmpty()) {
            return new Released(Rule.R2, "community, marking " + envelope.getTlp());
        }
        return withheld("not named; marking " + envelope.getTlp());
    }

    /** A client stands behind its authority's name wherever the marking lets the authority pass information on. */
    private static boolean isNamed(List<String> names, Party party, boolean throughAuthority) {
        return names.contains(party.id()) || (throughAuthority && names.contains(party.authority()));
    }

    private static boolean isAtLeast(Tlp marking, Tlp bound) {
        return marking.compareTo(bound) >= 0;
    }

    private static Withheld withheld(String reason) {
        return new Withheld(Rule.R2, reason);
    }

    private static Optional<Refused> refused(Rule rule, String reason, Object... arguments) {
        return Optional.of(new Refused(rule, reason.formatted(arguments)));
    }
}
