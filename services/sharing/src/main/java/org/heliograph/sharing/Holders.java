package org.heliograph.sharing;

import java.util.Optional;
import org.heliograph.events.Envelope;
import org.heliograph.sharing.SharingDecision.Withheld;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Grant;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;

/**
 * Who may hold the event that a {@code control.handling} is about (R6). To anybody else it would tell that there is an
 * event which was withheld from them. Marking, purposes and names are those of the control event itself, which are as
 * those of its target if its originator states them so.
 */
record Holders(Policy policy, Offer offer) {

    Optional<Withheld> recipient(Party party) {
        return Recall.targetType(offer)
                .flatMap(policy::event)
                .filter(target -> !mayHold(party, target))
                .map(target -> new Withheld(
                        Rule.R6, "may hold no %s, which this is about".formatted(target.type()), "do not name it"));
    }

    /** A grant counts whether it has ended or not: what it let through is still there. */
    private boolean mayHold(Party party, EventPolicy target) {
        boolean receives = target.reception(party.id()).isPresent()
                || policy.grants(party.id(), target.type()).stream().anyMatch(this::isAboutIt);
        return receives && party.lanes().contains(target.lane());
    }

    private boolean isAboutIt(Grant grant) {
        Envelope envelope = offer.envelope();
        return grant.isFor(envelope.getContextId())
                && envelope.getPermittedPurposes().contains(grant.purpose());
    }
}
