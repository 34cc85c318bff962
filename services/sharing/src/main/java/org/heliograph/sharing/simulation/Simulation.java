package org.heliograph.sharing.simulation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.Outcome;
import org.heliograph.sharing.Facts;
import org.heliograph.sharing.Offer;
import org.heliograph.sharing.Rule;
import org.heliograph.sharing.Sharing;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.simulation.SimulationReport.NotReplayed;
import org.heliograph.sharing.simulation.SimulationReport.OutcomeChange;
import org.heliograph.sharing.simulation.SimulationReport.PartyChange;
import org.heliograph.sharing.simulation.SimulationReport.RuleChange;

/**
 * Judges audited offers again, each at the instant at which it was judged: by the policy that is in force and by
 * another one, and counts where they part. Keeps no record. One thread.
 */
public final class Simulation {

    private static final Set<String> BEFORE_THE_POLICY =
            Set.of(Rule.FORMAT.id(), Rule.SCHEMA.id(), Rule.OWNER.id(), Rule.SIGNATURE.id());
    private static final String NO_TYPE = "unknown";

    private final Policy inForce;
    private final Policy other;
    private final SortedMap<String, Long> beforeThePolicy = new TreeMap<>();
    private final Map<OutcomeKey, Long> outcomes = new HashMap<>();
    private final Map<PartyKey, Balance> parties = new HashMap<>();
    private final Map<RuleKey, Long> rules = new HashMap<>();
    private long read;
    private long repeated;
    private long withoutFacts;
    private long replayed;
    private long changedSince;
    private long unfaithful;
    private long changed;

    private record OutcomeKey(String eventType, String from, String to) {}

    private record PartyKey(String party, String eventType) {}

    private record RuleKey(String from, String to) {}

    private record Balance(long gains, long loses) {

        Balance plus(Balance more) {
            return new Balance(gains + more.gains, loses + more.loses);
        }
    }

    public Simulation(Policy inForce, Policy other) {
        this.inForce = inForce;
        this.other = other;
    }

    /** Takes one decision of the audit. */
    public void take(AuditDecision decision) {
        if (decision.getRedelivery().isPresent()) {
            // Of one offer for one party; what was offered is in the audit once.
            return;
        }
        read++;
        if (decision.getOutcome() == Outcome.REPEATED) {
            repeated++;
            return;
        }
        Optional<String> refusedBy = decision.getRule();
        if (decision.getFacts().isEmpty()
                && refusedBy.filter(BEFORE_THE_POLICY::contains).isPresent()) {
            beforeThePolicy.merge(refusedBy.get(), 1L, Long::sum);
            return;
        }
        Optional<Offer> now = Facts.offer(decision, inForce);
        Optional<Offer> then = Facts.offer(decision, other);
        if (now.isEmpty() || then.isEmpty()) {
            withoutFacts++;
            return;
        }
        replayed++;
        compare(
                decision,
                Decided.of(Sharing.judge(inForce, now.get(), decision.getDecidedAt())),
                Decided.of(Sharing.judge(other, then.get(), decision.getDecidedAt())));
    }

    private void compare(AuditDecision decision, Decided before, Decided after) {
        Decided audited = Decided.of(decision);
        if (decision.getPolicyVersion().equals(inForce.version())) {
            unfaithful += before.equals(audited) ? 0 : 1;
        } else {
            changedSince += before.isSameAs(audited) ? 0 : 1;
        }
        if (before.equals(after)) {
            return;
        }
        changed++;
        String type = decision.getEventType().orElse(NO_TYPE);
        if (!before.outcome().equals(after.outcome())) {
            outcomes.merge(new OutcomeKey(type, before.outcome(), after.outcome()), 1L, Long::sum);
        }
        Set<String> everybody = new TreeSet<>(before.parties().keySet());
        everybody.addAll(after.parties().keySet());
        everybody.forEach(party -> compare(new PartyKey(party, type), before, after));
    }

    private void compare(PartyKey key, Decided before, Decided after) {
        boolean had = before.isReleasedTo(key.party());
        boolean gets = after.isReleasedTo(key.party());
        if (had != gets) {
            parties.merge(key, new Balance(gets ? 1 : 0, had ? 1 : 0), Balance::plus);
        }
        String from = before.about(key.party());
        String to = after.about(key.party());
        if (!from.equals(to)) {
            rules.merge(new RuleKey(from, to), 1L, Long::sum);
        }
    }

    public SimulationReport report() {
        return new SimulationReport(
                read,
                replayed,
                new NotReplayed(repeated, new TreeMap<>(beforeThePolicy), withoutFacts),
                changedSince,
                unfaithful,
                changed,
                sortedOutcomes(),
                sortedParties(),
                sortedRules());
    }

    private List<OutcomeChange> sortedOutcomes() {
        return outcomes.entrySet().stream()
                .map(entry -> new OutcomeChange(
                        entry.getKey().eventType(),
                        entry.getKey().from(),
                        entry.getKey().to(),
                        entry.getValue()))
                .sorted(Comparator.comparing(OutcomeChange::eventType)
                        .thenComparing(OutcomeChange::from)
                        .thenComparing(OutcomeChange::to))
                .toList();
    }

    private List<PartyChange> sortedParties() {
        return parties.entrySet().stream()
                .map(entry -> new PartyChange(
                        entry.getKey().party(),
                        entry.getKey().eventType(),
                        entry.getValue().gains(),
                        entry.getValue().loses()))
                .sorted(Comparator.comparing(PartyChange::party).thenComparing(PartyChange::eventType))
                .toList();
    }

    private List<RuleChange> sortedRules() {
        return rules.entrySet().stream()
                .map(entry ->
                        new RuleChange(entry.getKey().from(), entry.getKey().to(), entry.getValue()))
                .sorted(Comparator.comparing(RuleChange::from).thenComparing(RuleChange::to))
                .toList();
    }
}
