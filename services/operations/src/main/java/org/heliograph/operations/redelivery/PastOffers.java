package org.heliograph.operations.redelivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.Outcome;

/**
 * Picks out of the audit what was released to one party in a time, and what was taken back since. To be shown every
 * decision from that time on, each partition in its order. One thread.
 */
final class PastOffers {

    private static final String OUTBOX = "outbox.";

    private final RedeliveryRequest request;
    private final int most;
    private final SortedMap<Integer, List<PastOffer>> byPartition = new TreeMap<>();
    private final Map<String, Set<String>> recalled = new HashMap<>();
    private int number;

    /** @param most offers that one command may ask for */
    PastOffers(RedeliveryRequest request, int most) {
        this.request = request;
        this.most = most;
    }

    /** @throws RedeliveryRefusedException once there are more than one command may ask for */
    void take(int partition, AuditDecision decision) {
        decision.getRecalledEventId()
                .ifPresent(event -> recalled.computeIfAbsent(decision.getOriginator(), _ -> new HashSet<>())
                        .add(event));
        // What was delivered again was released before, and is found there.
        String chain = "-" + partition;
        if (decision.getOutcome() == Outcome.RELEASED
                && decision.getChain().startsWith(OUTBOX)
                && decision.getChain().endsWith(chain)
                && !decision.getDecidedAt().isBefore(request.from())
                && decision.getDecidedAt().isBefore(request.to())
                && isReleasedTo(request.party(), decision)) {
            if (++number > most) {
                throw new RedeliveryRefusedException(
                        "found more than %d offers that were released to '%s' in this time, expected at most as many:"
                                        .formatted(most, request.party())
                                + " ask for a shorter time, one after the other");
            }
            String outbox = decision.getChain().substring(0, decision.getChain().length() - chain.length());
            byPartition
                    .computeIfAbsent(partition, _ -> new ArrayList<>())
                    .add(new PastOffer(outbox, partition, decision.getOffset(), decision));
        }
    }

    static boolean isReleasedTo(String party, AuditDecision decision) {
        return decision.getDecisions().stream()
                .anyMatch(one -> one.getReleased() && one.getParty().equals(party));
    }

    /** In the order of the audit, partition by partition. */
    List<PastOffer> all() {
        return byPartition.values().stream().flatMap(List::stream).toList();
    }

    /** Whether its originator took it back, as far as the audit says of what. */
    boolean isRecalled(PastOffer offer) {
        return offer.decision()
                .getEventId()
                .filter(recalled.getOrDefault(offer.decision().getOriginator(), Collections.emptySet())::contains)
                .isPresent();
    }
}
