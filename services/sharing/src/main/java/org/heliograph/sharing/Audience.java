package org.heliograph.sharing;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.SharingDecision.Released;
import org.heliograph.sharing.SharingDecision.Withheld;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Grant;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Reception;
import org.heliograph.sharing.policy.Terms;

/** Who of the parties gets a copy of an acceptable dispatch. */
record Audience(Policy policy, EventPolicy event, Terms terms, Offer offer, Instant at) {

    /**
     * Of what would reach it a suspended party gets nothing. It is the last look: nothing that others decide can
     * release to it, and only who would have reached it learns that it is suspended.
     */
    SharingDecision decide(Party party) {
        SharingDecision decision = otherwise(party);
        return decision instanceof Released && policy.isSuspended(party.id())
                ? new Withheld(Rule.SUSPENDED, "suspended", "")
                : decision;
    }

    private SharingDecision otherwise(Party party) {
        if (isNamed(distribution().getNotReleasableTo(), party, true)) {
            return withheld("excluded by the originator", "take it off the exclusions");
        }
        return new Wall(policy, offer)
                .recipient(party)
                .or(() -> new Holders(policy, offer).recipient(party))
                .or(() -> DeliveryNotice.recipient(offer, party))
                .<SharingDecision>map(walled -> walled)
                .orElseGet(() -> release(party));
    }

    private SharingDecision release(Party party) {
        Envelope envelope = offer.envelope();
        Optional<Reception> reception = terms.reception(party.id());
        Optional<Grant> grant = grant(party);
        if (reception.isEmpty() && grant.isEmpty()) {
            return withheld("not a receiver of %s".formatted(event.type()), "only a grant would");
        }
        if (party.clearance().compareTo(envelope.getTlp()) < 0) {
            return withheld(
                    "cleared up to %s, the marking is %s".formatted(party.clearance(), envelope.getTlp()),
                    "mark it %s at most".formatted(party.clearance()));
        }
        if (!party.lanes().contains(envelope.getLane())) {
            return withheld("not in lane %s".formatted(envelope.getLane()), "");
        }
        boolean shares = !Collections.disjoint(party.purposes(), envelope.getPermittedPurposes());
        if (reception.isPresent() && shares) {
            return byMatrix(party, reception.get());
        }
        return grant.<SharingDecision>map(one -> new Released(
                        Rule.GRANT, "grant %s until %s, for %s".formatted(one.id(), one.until(), one.purpose())))
                .orElseGet(() -> withheld(
                        "none of the permitted purposes %s is one of the party's"
                                .formatted(envelope.getPermittedPurposes()),
                        "permit a purpose of '%s'".formatted(party.id())));
    }

    private SharingDecision byMatrix(Party party, Reception reception) {
        Tlp marking = offer.envelope().getTlp();
        // From AMBER up somebody is always named (R1), so who names nobody speaks to the community.
        boolean community = reception == Reception.COMMUNITY
                && distribution().getReleasableTo().isEmpty();
        boolean throughAuthority = marking.compareTo(Tlp.AMBER_STRICT) < 0;
        boolean noDissemination = offer.envelope().getHandlingCodes().contains(HandlingCode.H2);
        if (isNamed(distribution().getReleasableTo(), party, throughAuthority && !noDissemination)) {
            return new Released(Rule.R2, "named by the originator");
        }
        if (noDissemination && (community || isNamed(distribution().getReleasableTo(), party, throughAuthority))) {
            return new Withheld(Rule.R5, "handling code H2, and not named itself", "name '%s'".formatted(party.id()));
        }
        return community
                ? new Released(Rule.R2, "community, marking %s".formatted(marking))
                : withheld("not named; marking %s".formatted(marking), "name '%s'".formatted(party.id()));
    }

    /** What the party was granted for this offer. A grant takes effect only where the party is named itself. */
    private Optional<Grant> grant(Party party) {
        if (!isNamed(distribution().getReleasableTo(), party, false)) {
            return Optional.empty();
        }
        return policy.grants(party.id(), event.type()).stream()
                .filter(grant -> grant.isInForce(at))
                .filter(grant -> grant.isFor(offer.envelope().getContextId()))
                .filter(grant -> grant.covers(offer.envelope().getTlp()))
                .filter(grant -> offer.envelope().getPermittedPurposes().contains(grant.purpose()))
                .filter(grant -> grant.variant().isEmpty() || grant.variant().equals(variant()))
                .findFirst();
    }

    private Optional<String> variant() {
        return offer.field(event.variants().field())
                .flatMap(value -> event.variants().of(value))
                .map(Map.Entry::getKey);
    }

    private Distribution distribution() {
        return offer.distribution();
    }

    /** A client or office stands behind its authority's name wherever the marking lets the authority pass it on. */
    private static boolean isNamed(List<String> names, Party party, boolean throughAuthority) {
        return names.contains(party.id()) || (throughAuthority && names.contains(party.authority()));
    }

    private static Withheld withheld(String reason, String change) {
        return new Withheld(Rule.R2, reason, change);
    }
}
