package org.heliograph.sharing.simulation;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heliograph.events.AuditDecision;
import org.heliograph.sharing.Judgement;
import org.heliograph.sharing.SharingDecision.Published;
import org.heliograph.sharing.SharingDecision.Released;

/**
 * What became of one offer, without the words.
 *
 * @param refusedBy id of the rule by which nobody got a copy
 * @param parties what was decided about each party that was looked at
 */
record Decided(Optional<String> refusedBy, SortedMap<String, ByRule> parties) {

    Decided {
        parties = Collections.unmodifiableSortedMap(new TreeMap<>(parties));
    }

    /** @param rule id of the rule that decided */
    record ByRule(boolean released, String rule) {

        @Override
        public String toString() {
            return (released ? "released by " : "withheld by ") + rule;
        }
    }

    static Decided of(Judgement judgement) {
        SortedMap<String, ByRule> parties = new TreeMap<>();
        judgement
                .decisions()
                .forEach((party, decision) -> parties.put(
                        party,
                        new ByRule(
                                decision instanceof Released || decision instanceof Published,
                                decision.rule().id())));
        return new Decided(
                judgement instanceof Judgement.Rejected rejected
                        ? Optional.of(rejected.refusal().rule().id())
                        : Optional.empty(),
                parties);
    }

    static Decided of(AuditDecision decision) {
        SortedMap<String, ByRule> parties = new TreeMap<>();
        decision.getDecisions()
                .forEach(party -> parties.put(party.getParty(), new ByRule(party.getReleased(), party.getRule())));
        return new Decided(decision.getRule(), parties);
    }

    String outcome() {
        return refusedBy.map(rule -> "refused by " + rule).orElse("released");
    }

    boolean isReleasedTo(String party) {
        ByRule decision = parties.get(party);
        return decision != null && decision.released();
    }

    /** What decided about the party: its own rule, the one that refused the whole, or that there is no such party. */
    String about(String party) {
        ByRule decision = parties.get(party);
        return decision != null
                ? decision.toString()
                : refusedBy.map(rule -> "refused by " + rule).orElse("no party");
    }

    /** Whether the same was decided; by which rule is not asked. */
    boolean isSameAs(Decided other) {
        return refusedBy.isPresent() == other.refusedBy.isPresent()
                && releases().equals(other.releases());
    }

    private Map<String, Boolean> releases() {
        Map<String, Boolean> releases = new TreeMap<>();
        parties.forEach((party, decision) -> {
            if (decision.released()) {
                releases.put(party, true);
            }
        });
        return releases;
    }
}
