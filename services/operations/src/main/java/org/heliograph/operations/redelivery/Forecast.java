package org.heliograph.operations.redelivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.heliograph.operations.lag.Walls;
import org.heliograph.sharing.Facts;
import org.heliograph.sharing.Offer;
import org.heliograph.sharing.Rule;
import org.heliograph.sharing.Sharing;
import org.heliograph.sharing.SharingDecision;
import org.heliograph.sharing.SharingDecision.Released;
import org.heliograph.sharing.policy.Policy;

/**
 * Says of each past offer how the policy of now decides about the party, from the facts of the audit and by the
 * decision that the gate makes. Signatures, and what originators say otherwise than by a recall, only the gate sees.
 *
 * @param at as if it were decided then
 */
record Forecast(Policy policy, Walls walls, Instant at) {

    private static final String NO_TYPE = "unknown";

    private static final class Sum {

        private long offers;
        private long released;
    }

    /**
     * Adds up.
     *
     * @param gone whether the outbox holds it no more
     * @param recalled whether its originator took it back
     */
    RedeliveryPlan of(
            String id,
            RedeliveryRequest request,
            List<PastOffer> offers,
            Predicate<PastOffer> gone,
            Predicate<PastOffer> recalled) {
        Map<String, Sum> types = new HashMap<>();
        SortedMap<String, Long> refused = new TreeMap<>();
        for (PastOffer offer : shown(offers)) {
            Sum sum = types.computeIfAbsent(offer.decision().getEventType().orElse(NO_TYPE), _ -> new Sum());
            String rule = gone.test(offer)
                    ? Rule.GONE.id()
                    : recalled.test(offer) ? Rule.R6.id() : refusal(request.party(), offer);
            sum.offers++;
            if (rule.isEmpty()) {
                sum.released++;
            } else {
                refused.merge(rule, 1L, Long::sum);
            }
        }
        return new RedeliveryPlan(
                id,
                request.party(),
                request.from(),
                request.to(),
                policy.version(),
                types.values().stream().mapToLong(sum -> sum.offers).sum(),
                types.values().stream().mapToLong(sum -> sum.released).sum(),
                types.entrySet().stream()
                        .map(type -> new RedeliveryPlan.OfType(
                                type.getKey(), type.getValue().offers, type.getValue().released))
                        .sorted(Comparator.comparing(RedeliveryPlan.OfType::eventType))
                        .toList(),
                refused);
    }

    /** Without those of which operators may not know how many there are. */
    List<PastOffer> shown(List<PastOffer> offers) {
        return offers.stream()
                .filter(offer -> !walls.hide(offer.decision().getOriginator()))
                .toList();
    }

    /** Id of the rule by which the party would get no copy; empty if it would. */
    private String refusal(String party, PastOffer past) {
        return Facts.offer(past.decision(), policy)
                .map(offer -> refusal(party, offer))
                .orElse(RedeliveryPlan.UNKNOWN);
    }

    private String refusal(String party, Offer offer) {
        SharingDecision decision = Sharing.decide(policy, offer, party, at);
        return decision instanceof Released ? "" : decision.rule().id();
    }
}
