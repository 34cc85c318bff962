package org.heliograph.sharing;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.SharingDecision.Refused;
import org.heliograph.sharing.SharingDecision.Withheld;
import org.heliograph.sharing.policy.Declassifier;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.PartyKind;
import org.heliograph.sharing.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * The protection firewall at the gate (R7, R8). It asks nothing of what the policy gives to whom, so that a mistake
 * there does not open it; that the policy has none is shown apart, by the package {@code firewall}.
 */
record Wall(Policy policy, Offer offer) {

    /** In the protection lane only protection parties send; elsewhere they send only what is declassified. */
    Optional<Refused> sender() {
        boolean walled = isWalled(policy.parties().get(offer.owner()));
        if (offer.envelope().getLane() == Lane.PROTECTION) {
            return walled
                    ? Optional.empty()
                    : refused("'%s' is no protection party and sends in lane PROTECTION".formatted(offer.owner()));
        }
        if (!walled) {
            return Optional.empty();
        }
        SortedSet<String> reach = reach();
        if (reach.isEmpty()) {
            return refused("no declassifier lets %s of '%s' out"
                    .formatted(offer.envelope().getEventType(), offer.owner()));
        }
        return offer.envelope().getTlp() == Tlp.CLEAR && !reach.contains(Party.PUBLIC)
                ? refused("no declassifier lets %s of '%s' out to everybody"
                        .formatted(offer.envelope().getEventType(), offer.owner()))
                : Optional.empty();
    }

    /** What crosses the firewall leads back to nothing behind it: no join key (R8). */
    Optional<Refused> references() {
        Envelope envelope = offer.envelope();
        boolean crosses = envelope.getLane() != Lane.PROTECTION
                && isWalled(policy.parties().get(offer.owner()));
        boolean refers = envelope.getCorrelationId().isPresent()
                || envelope.getCausationId().isPresent()
                || !envelope.getSources().isEmpty();
        return crosses && refers
                ? Acceptance.refused(
                        Rule.R8,
                        "what leaves the protection lane refers to another event",
                        "leave out correlationId, causationId and sources")
                : Optional.empty();
    }

    Optional<Withheld> recipient(Party party) {
        if (isWalled(party) && offer.envelope().getLane() == Lane.PROTECTION) {
            return Optional.empty();
        }
        if (offer.envelope().getLane() == Lane.PROTECTION) {
            return withheld("no protection party, lane PROTECTION");
        }
        return isWalled(policy.parties().get(offer.owner())) && !reach().contains(party.id())
                ? withheld("not among those to whom a declassifier lets it out")
                : Optional.empty();
    }

    private SortedSet<String> reach() {
        SortedSet<String> reach = new TreeSet<>();
        for (Declassifier declassifier : policy.declassifiers().values()) {
            if (declassifier.from().contains(offer.owner())
                    && declassifier.event().equals(offer.envelope().getEventType())) {
                reach.addAll(declassifier.to());
            }
        }
        return reach;
    }

    private static boolean isWalled(@Nullable Party party) {
        return party != null && party.kind() == PartyKind.PROTECTION;
    }

    private static Optional<Refused> refused(String reason) {
        return Acceptance.refused(Rule.R7, reason, "");
    }

    private static Optional<Withheld> withheld(String reason) {
        return Optional.of(new Withheld(Rule.R7, reason, ""));
    }
}
