package org.heliograph.sharing;

import java.util.List;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Grant;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;

/** The page of the rule book about events that are about another event, once more. */
final class TargetOracle {

    private TargetOracle() {}

    /** Of a {@code control.delivery}: which event, of whom, what was done and who decided. */
    static boolean isToldWhole(Policy policy, Offer offer) {
        EventPolicy target = policy.events().get(offer.fields().getOrDefault("targetEventType", "none"));
        return target != null
                && target.all().publishers().contains(offer.fields().getOrDefault("targetOriginator", "none"))
                && offer.fields()
                        .getOrDefault("targetEventId", "none")
                        .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                && offer.fields().getOrDefault("deliveryAct", "none").matches("[A-Z_]+")
                && offer.fields().getOrDefault("decidedBy", "none").matches("[A-Z_]+");
    }

    /** Whether a {@code control.handling} may tell a party of its target. */
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
