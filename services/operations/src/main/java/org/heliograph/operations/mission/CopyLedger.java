package org.heliograph.operations.mission;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.JudgedFacts;
import org.heliograph.events.Outcome;
import org.heliograph.events.PartyDecision;
import org.heliograph.operations.lag.Contents;
import org.heliograph.operations.lag.Waiting;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Topics;

/**
 * The last copies that the gate wrote to each partition of each inbox and public topic. A copy lies in the partition of
 * the same number as the decision on it. Any thread.
 */
final class CopyLedger implements Contents, AuditListener {

    /** A decision and its copies are written together, but not in the same millisecond. */
    private static final long APART = 2_000;

    private final int kept;
    private final Map<TopicPartition, Deque<Waiting>> copies = new HashMap<>();

    /**
     * Empty.
     *
     * @param kept how many copies are remembered for each partition
     */
    CopyLedger(int kept) {
        this.kept = kept;
    }

    @Override
    public synchronized void clear() {
        copies.clear();
    }

    /**
     * Takes a decision, after those that the gate wrote to this partition before.
     *
     * @param policy says which topic takes the copies; what it does not know is left out
     */
    @Override
    public synchronized void take(int partition, AuditDecision decision, Policy policy) {
        if (decision.getOutcome() != Outcome.RELEASED) {
            return;
        }
        String type = decision.getEventType().orElse("");
        Waiting copy = new Waiting(
                decision.getEventId().orElse(null),
                type,
                Waiting.Urgency.of(decision.getPriority().orElse(null)),
                decision.getDecidedAt(),
                RequestClocks.dueFrom(decision).orElse(null));
        Optional<String> family = policy.event(type).map(EventPolicy::family);
        Optional<String> recalled = decision.getFacts()
                .filter(JudgedFacts::getTakesBack)
                .flatMap(JudgedFacts::getTargetType)
                .flatMap(policy::event)
                .map(EventPolicy::family);
        for (PartyDecision one : decision.getDecisions()) {
            if (!one.getReleased()) {
                continue;
            }
            if (one.getParty().equals(Party.PUBLIC)) {
                add(new TopicPartition(Topics.publicTopic(type), partition), copy);
            } else {
                family.ifPresent(name -> add(new TopicPartition(Topics.inbox(one.getParty(), name), partition), copy));
                recalled.filter(name -> policy.families(one.getParty()).contains(name))
                        .ifPresent(name ->
                                add(new TopicPartition(Topics.inbox(one.getParty(), name), partition), copy));
            }
        }
    }

    private void add(TopicPartition inbox, Waiting copy) {
        Deque<Waiting> all = copies.computeIfAbsent(inbox, _ -> new ArrayDeque<>());
        all.addLast(copy);
        if (all.size() > kept) {
            all.removeFirst();
        }
    }

    @Override
    public synchronized boolean isKnown(TopicPartition partition) {
        return copies.containsKey(partition);
    }

    @Override
    public synchronized List<Waiting> newest(TopicPartition partition, long number, long since) {
        List<Waiting> newest = new ArrayList<>();
        Instant earliest = Instant.ofEpochMilli(since - APART);
        Iterator<Waiting> backwards =
                copies.getOrDefault(partition, new ArrayDeque<>()).descendingIterator();
        while (newest.size() < number && backwards.hasNext()) {
            Waiting copy = backwards.next();
            if (copy.released().isBefore(earliest)) {
                break;
            }
            newest.add(copy);
        }
        return newest;
    }
}
