package org.heliograph.operations.redelivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.Outcome;
import org.heliograph.events.Redelivery;
import org.heliograph.operations.lag.Walls;
import org.heliograph.operations.mission.AuditListener;
import org.heliograph.sharing.policy.Policy;

/** The last commands and what became of them, as the audit tells. Any thread. */
final class RedeliveryBooks implements AuditListener {

    private final int kept;
    private final Map<String, RedeliveryProgress> commands = new LinkedHashMap<>();

    /** @param kept how many commands are remembered */
    RedeliveryBooks(int kept) {
        this.kept = kept;
    }

    /** Of a command that the gate was just told; what the audit said of it already stays. */
    synchronized void begin(RedeliveryProgress nothingYet) {
        if (!commands.containsKey(nothingYet.command())) {
            put(nothingYet);
        }
    }

    @Override
    public synchronized void clear() {
        // What was not answered yet is known from nowhere else.
        commands.replaceAll((command, progress) -> new RedeliveryProgress(
                command,
                progress.party(),
                progress.operator(),
                progress.reason(),
                progress.of(),
                0,
                0,
                new TreeMap<>()));
    }

    @Override
    public synchronized void take(int partition, AuditDecision decision, Policy policy) {
        Optional<Redelivery> asked = decision.getRedelivery();
        if (asked.isPresent() && !Walls.of(Optional.of(policy)).hide(decision.getOriginator())) {
            put(plus(asked.get(), decision));
        }
    }

    private RedeliveryProgress plus(Redelivery asked, AuditDecision decision) {
        RedeliveryProgress before = commands.get(asked.getCommand());
        boolean released = decision.getOutcome() == Outcome.RELEASED;
        SortedMap<String, Long> refused = new TreeMap<>(before == null ? Map.of() : before.refused());
        if (!released) {
            refused.merge(decision.getRule().orElse(RedeliveryPlan.UNKNOWN), 1L, Long::sum);
        }
        return new RedeliveryProgress(
                asked.getCommand(),
                asked.getParty(),
                asked.getOperator(),
                asked.getReason(),
                asked.getOf(),
                (before == null ? 0 : before.judged()) + 1,
                (before == null ? 0 : before.released()) + (released ? 1 : 0),
                refused);
    }

    private void put(RedeliveryProgress progress) {
        commands.put(progress.command(), progress);
        if (commands.size() > kept) {
            commands.remove(commands.keySet().iterator().next());
        }
    }

    synchronized Optional<RedeliveryProgress> of(String command) {
        return Optional.ofNullable(commands.get(command));
    }

    /** A command for the party with which the gate is not done. */
    synchronized Optional<RedeliveryProgress> unfinished(String party) {
        return commands.values().stream()
                .filter(progress -> progress.party().equals(party) && !progress.done())
                .findFirst();
    }
}
