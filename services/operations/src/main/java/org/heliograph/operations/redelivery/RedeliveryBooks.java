package org.heliograph.operations.redelivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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

    /** A command of which nothing is heard for so long holds back no other. */
    private static final Duration SILENCE = Duration.ofHours(1);

    private final int kept;
    private final Map<String, RedeliveryProgress> commands = new LinkedHashMap<>();
    private final Map<String, Instant> heardOf = new HashMap<>();

    /** @param kept how many commands are remembered */
    RedeliveryBooks(int kept) {
        this.kept = kept;
    }

    /** Of a command that the gate was just told; what the audit said of it already stays. */
    synchronized void begin(RedeliveryProgress nothingYet, Instant at) {
        if (!commands.containsKey(nothingYet.command())) {
            put(nothingYet, at);
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
            put(plus(asked.get(), decision), decision.getDecidedAt());
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

    private void put(RedeliveryProgress progress, Instant at) {
        commands.put(progress.command(), progress);
        heardOf.put(progress.command(), at);
        if (commands.size() > kept) {
            String oldest = commands.keySet().iterator().next();
            commands.remove(oldest);
            heardOf.remove(oldest);
        }
    }

    synchronized Optional<RedeliveryProgress> of(String command) {
        return Optional.ofNullable(commands.get(command));
    }

    /** A command for the party with which the gate is not done, and of which something was heard in the last hour. */
    synchronized Optional<RedeliveryProgress> unfinished(String party, Instant now) {
        return commands.values().stream()
                .filter(progress -> progress.party().equals(party) && !progress.done())
                .filter(progress ->
                        heardOf.getOrDefault(progress.command(), Instant.MIN).isAfter(now.minus(SILENCE)))
                .findFirst();
    }
}
