package org.heliograph.sharing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heliograph.events.Envelope;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Lane;
import org.heliograph.events.Position;
import org.heliograph.events.Purpose;
import org.heliograph.events.Source;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.policy.Access;
import org.heliograph.sharing.policy.Declassifier;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Grant;
import org.heliograph.sharing.policy.Letter;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.PartyKind;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Qualifier;
import org.heliograph.sharing.policy.Reception;
import org.heliograph.sharing.policy.Terms;
import org.heliograph.sharing.policy.Variants;
import org.jspecify.annotations.Nullable;

/**
 * The rule book once more, written down as a list of conditions, one after the other, without any of the code that
 * decides. It says who gets a copy and not why.
 */
public final class Oracle {

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private Oracle() {}

    /** Ids of those who get a copy; {@code public} alone where everybody may read it. */
    public static Set<String> whoGets(Policy policy, Offer offer, Instant at) {
        EventPolicy event = policy.events().get(offer.envelope().getEventType());
        Terms terms = event == null ? null : terms(event, offer);
        if (isOut(policy, offer.owner())
                || event == null
                || terms == null
                || !isAcceptable(policy, event, terms, offer, at)) {
            return Set.of();
        }
        if (offer.envelope().getTlp() == Tlp.CLEAR) {
            return Set.of("public");
        }
        Set<String> who = new HashSet<>();
        for (Party party : policy.parties().values()) {
            if (!party.id().equals(offer.owner())
                    && !isOut(policy, party.id())
                    && gets(policy, event, terms, offer, at, party)) {
                who.add(party.id());
            }
        }
        return who;
    }

    /** It, or who it belongs to. */
    private static boolean isOut(Policy policy, String id) {
        List<String> out = policy.parties().values().stream()
                .filter(Party::suspended)
                .map(Party::id)
                .toList();
        Party party = policy.parties().get(id);
        return party != null && (out.contains(id) || out.contains(party.authority()));
    }

    private static @Nullable Terms terms(EventPolicy event, Offer offer) {
        if (event.variants().byName().isEmpty()) {
            return event.all();
        }
        for (Variants.Variant variant : event.variants().byName().values()) {
            if (variant.values()
                    .contains(offer.fields().getOrDefault(event.variants().field(), "none"))) {
                return variant.terms();
            }
        }
        return null;
    }

    private static boolean isAcceptable(Policy policy, EventPolicy event, Terms terms, Offer offer, Instant at) {
        Envelope envelope = offer.envelope();
        Party sender = policy.parties().get(offer.owner());
        boolean walledSender = sender != null && sender.kind() == PartyKind.PROTECTION;
        boolean walledLane = envelope.getLane() == Lane.PROTECTION;
        List<String> let = letOut(policy, offer);
        List<Boolean> conditions = new ArrayList<>();
        conditions.add(offer.owner().equals(envelope.getOriginatorParty()));
        conditions.add(offer.schemaName().equals(event.schema()));
        conditions.add(terms.publishers().contains(offer.owner()));
        conditions.add(speaksForItself(terms, sender, offer));
        conditions.add(!envelope.getPermittedPurposes().isEmpty());
        for (Purpose purpose : envelope.getPermittedPurposes()) {
            conditions.add(terms.purposes().contains(purpose));
        }
        conditions.add(strictness(envelope.getTlp()) >= strictness(event.floor()));
        conditions.add(envelope.getLane() == event.lane());
        conditions.add(!envelope.getHandlingCodes().contains(HandlingCode.H3)
                || !envelope.getHandlingNote().orElse(" ").isBlank());
        conditions.add(!walledLane || walledSender);
        conditions.add(walledLane || !walledSender || !let.isEmpty());
        conditions.add(walledLane || !walledSender || envelope.getTlp() != Tlp.CLEAR || let.contains("public"));
        conditions.add(walledLane || !walledSender || refersToNothing(envelope));
        conditions.add(namesWhomItMay(policy, offer));
        for (Source source : envelope.getSources()) {
            conditions.add(honours(envelope, source));
        }
        conditions.add(
                !(envelope.getTlp() == Tlp.CLEAR && envelope.getHandlingCodes().contains(HandlingCode.H2)));
        conditions.add(!envelope.getContainsPersonalData());
        conditions.add(envelope.getTlp() != Tlp.RED);
        String status = envelope.getStatus().name().toLowerCase(Locale.ROOT);
        conditions.add(envelope.getContextId().matches(status + (walledLane ? "\\.protection:" : ":") + UUID));
        conditions.add(hasATarget(policy, offer));
        conditions.add(!envelope.getEventType().equals("control.delivery") || TargetOracle.isToldWhole(policy, offer));
        conditions.add(envelope.getTlp() != Tlp.CLEAR
                || !envelope.getEventType().equals("research.observation")
                || StatisticsOracle.mayBePublic(offer, at));
        for (Position position : offer.positions()) {
            conditions.add(isCoarse(position.getLat(), 90, envelope.getTlp()));
            conditions.add(isCoarse(position.getLon(), 180, envelope.getTlp()));
        }
        return !conditions.contains(false);
    }

    private static int strictness(Tlp marking) {
        return List.of(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT, Tlp.RED)
                .indexOf(marking);
    }

    private static List<String> letOut(Policy policy, Offer offer) {
        List<String> let = new ArrayList<>();
        for (Declassifier declassifier : policy.declassifiers().values()) {
            if (declassifier.from().contains(offer.owner())
                    && declassifier.event().equals(offer.envelope().getEventType())) {
                let.addAll(declassifier.to());
            }
        }
        return let;
    }

    private static boolean speaksForItself(Terms terms, @Nullable Party sender, Offer offer) {
        if (sender == null || !offer.envelope().getEventType().equals("prevention.strategy")) {
            return true;
        }
        Access access = terms.access().get(sender.role());
        if (access == null || !access.qualifier(Letter.P).equals(Optional.of(Qualifier.OWN))) {
            return true;
        }
        return offer.fields()
                .getOrDefault("country", "none")
                .equals(sender.authority().toUpperCase(Locale.ROOT));
    }

    private static boolean refersToNothing(Envelope envelope) {
        return envelope.getCorrelationId().isEmpty()
                && envelope.getCausationId().isEmpty()
                && envelope.getSources().isEmpty();
    }

    private static boolean namesWhomItMay(Policy policy, Offer offer) {
        List<String> to = offer.distribution().getReleasableTo();
        List<String> notTo = offer.distribution().getNotReleasableTo();
        boolean known = policy.parties().keySet().containsAll(to)
                && policy.parties().keySet().containsAll(notTo);
        return known
                && switch (offer.envelope().getTlp()) {
                    case CLEAR -> to.isEmpty() && notTo.isEmpty();
                    case GREEN -> true;
                    case AMBER, AMBER_STRICT, RED -> !to.isEmpty();
                };
    }

    private static boolean honours(Envelope envelope, Source source) {
        boolean foreign = !source.getOriginatorParty().equals(envelope.getOriginatorParty());
        boolean bound =
                strictness(source.getTlp()) >= 2 || source.getHandlingCodes().contains(HandlingCode.H2);
        return strictness(envelope.getTlp()) >= strictness(source.getTlp())
                && envelope.getHandlingCodes().containsAll(source.getHandlingCodes())
                && !(foreign && bound);
    }

    private static boolean hasATarget(Policy policy, Offer offer) {
        String action = offer.fields().getOrDefault("action", "none");
        if (!offer.envelope().getEventType().equals("control.handling")
                || !(action.equals("RECALL") || action.equals("DELETE"))) {
            return true;
        }
        return policy.events().containsKey(offer.fields().getOrDefault("targetEventType", "none"))
                && offer.fields().getOrDefault("targetEventId", "none").matches(UUID);
    }

    private static boolean isCoarse(double degrees, int bound, Tlp marking) {
        int decimals = strictness(marking) >= 2 ? 2 : 1;
        return degrees >= -bound
                && degrees <= bound
                && BigDecimal.valueOf(degrees).stripTrailingZeros().scale() <= decimals;
    }

    private static boolean gets(Policy policy, EventPolicy event, Terms terms, Offer offer, Instant at, Party party) {
        Envelope envelope = offer.envelope();
        List<String> to = offer.distribution().getReleasableTo();
        List<String> notTo = offer.distribution().getNotReleasableTo();
        Party sender = policy.parties().get(offer.owner());
        boolean walledSender = sender != null && sender.kind() == PartyKind.PROTECTION;
        if (notTo.contains(party.id()) || notTo.contains(party.authority())) {
            return false;
        }
        if (envelope.getLane() == Lane.PROTECTION && party.kind() != PartyKind.PROTECTION) {
            return false;
        }
        if (envelope.getLane() != Lane.PROTECTION
                && walledSender
                && !letOut(policy, offer).contains(party.id())) {
            return false;
        }
        if (strictness(party.clearance()) < strictness(envelope.getTlp())
                || !party.lanes().contains(envelope.getLane())) {
            return false;
        }
        if (envelope.getEventType().equals("control.handling") && !TargetOracle.couldHold(policy, offer, party)) {
            return false;
        }
        if (envelope.getEventType().equals("control.delivery")
                && !offer.fields().getOrDefault("targetOriginator", "none").equals(party.id())) {
            return false;
        }
        boolean itself = to.contains(party.id());
        boolean byAuthority = to.contains(party.authority())
                && strictness(envelope.getTlp()) < 3
                && !envelope.getHandlingCodes().contains(HandlingCode.H2);
        boolean everybody = to.isEmpty()
                && terms.receivers().get(party.id()) == Reception.COMMUNITY
                && !envelope.getHandlingCodes().contains(HandlingCode.H2);
        boolean useful = party.purposes().stream().anyMatch(envelope.getPermittedPurposes()::contains);
        boolean byMatrix = terms.receivers().containsKey(party.id()) && useful && (itself || byAuthority || everybody);
        return byMatrix || (itself && isGranted(policy, event, offer, at, party));
    }

    private static boolean isGranted(Policy policy, EventPolicy event, Offer offer, Instant at, Party party) {
        Envelope envelope = offer.envelope();
        for (Grant grant : policy.grants().values()) {
            boolean variant = grant.variant().isEmpty();
            for (Map.Entry<String, Variants.Variant> known :
                    event.variants().byName().entrySet()) {
                variant |= grant.variant().orElse("none").equals(known.getKey())
                        && known.getValue()
                                .values()
                                .contains(offer.fields()
                                        .getOrDefault(event.variants().field(), "none"));
            }
            if (grant.party().equals(party.id())
                    && grant.event().equals(envelope.getEventType())
                    && variant
                    && envelope.getPermittedPurposes().contains(grant.purpose())
                    && (grant.caseReference().equals("any")
                            || grant.caseReference().equals(envelope.getContextId()))
                    && (strictness(envelope.getTlp()) < 2 || grant.approvedBy().isPresent())
                    && at.toEpochMilli() >= grant.from().toEpochMilli()
                    && at.toEpochMilli() < grant.until().toEpochMilli()) {
                return true;
            }
        }
        return false;
    }
}
