package org.heliograph.sharing;

import java.util.List;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Grant;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;

/** The page of the rule book about whom a {@code control.handling} may tell of its target, once more. */
final class TargetOracle {

    private TargetOracle() {}

    static boolean couldHold(Policy policy, Offer offer, Party party) {
        EventPolicy target = policy.events().get(offer.fields().getOrDefault("targetEventType", "none"));
        if (target == null) {
            return true;
        }
        boolean once = false;
        for (Grant grant : policy.grants().values()) {
            once |= grant.party().equals(party.id())
                    && grant.event().equals(target.type())
                    && offer.envelope().getPermittedPurposes().contains(grant.purpose())
                    && List.of("any", offer.envelope().getContextId()).contains(grant.caseReference());
        }
        return party.lanes().contains(target.lane())
                && (once || target.all().receivers().containsKey(party.id()));
    }
}
