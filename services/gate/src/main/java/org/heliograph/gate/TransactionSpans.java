package org.heliograph.gate;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.events.Outcome;
import org.heliograph.exchange.tracing.SpanAttribute;
import org.heliograph.exchange.tracing.Step;
import org.heliograph.exchange.tracing.StepSpans;

/**
 * A span for each transaction, in a trace of its own: how much it judged, and how that ended. One for each dispatch
 * would cost the gate more than it tells.
 */
record TransactionSpans(StepSpans spans) {

    void committed(Instant begin, Collection<TopicPartition> partitions, List<Account> accounts) {
        if (!spans.areCollected()) {
            return;
        }
        Map<Outcome, Long> ends = new EnumMap<>(Outcome.class);
        accounts.forEach(account -> ends.merge(account.outcome(), 1L, Long::sum));
        spans.alone(
                step(partitions, accounts.size(), "committed")
                        .with(SpanAttribute.RELEASED, ends.getOrDefault(Outcome.RELEASED, 0L))
                        .with(SpanAttribute.REFUSED, ends.getOrDefault(Outcome.REFUSED, 0L))
                        .with(SpanAttribute.REPEATED, ends.getOrDefault(Outcome.REPEATED, 0L)),
                begin);
    }

    /**
     * Tells of a transaction of which nothing counts.
     *
     * @param outcome a word for why
     */
    void givenUp(Instant begin, Collection<TopicPartition> partitions, long messages, String outcome) {
        if (spans.areCollected()) {
            spans.alone(step(partitions, messages, outcome), begin);
        }
    }

    private static Step step(Collection<TopicPartition> partitions, long messages, String outcome) {
        return Step.processTogether(
                        partitions.stream().map(TopicPartition::topic).toList(), messages)
                .with(SpanAttribute.OUTCOME, outcome);
    }
}
