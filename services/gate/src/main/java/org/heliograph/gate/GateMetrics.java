package org.heliograph.gate;

import static java.util.stream.Collectors.counting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.heliograph.events.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The gate's numbers. What is counted here is committed: an attempt that was rolled back leaves no trace but its
 * failure.
 */
final class GateMetrics {

    private static final String ADOPTED = "adopted";
    private static final String REJECTED = "rejected";

    private final MeterRegistry registry;
    private final Timer batches;

    GateMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.batches = Timer.builder("heliograph.gate.batch")
                .description("From the first judgement to the commit of a transaction")
                .register(registry);
        // From the start: what appears with its first increase has not increased, to whoever watches.
        rollbacks();
        reloads(ADOPTED);
        reloads(REJECTED);
    }

    /** From now on gaps in these outboxes are counted, none so far. */
    void outboxes(Collection<String> outboxes) {
        outboxes.forEach(this::gaps);
    }

    private record End(Outcome outcome, @Nullable String rule) {}

    /** Once for each transaction, since to find a counter by its tags takes longer than to count. */
    void judged(List<Account> accounts) {
        accounts.stream()
                .collect(Collectors.groupingBy(account -> new End(account.outcome(), account.rule()), counting()))
                .forEach((end, number) -> records(end).increment(number));
        accounts.stream()
                .filter(account -> account.ruling().findings().expectedSeq() != null)
                .forEach(account -> gaps(account.record().topic()).increment());
    }

    private Counter records(End end) {
        return registry.counter(
                "heliograph.gate.records",
                "outcome",
                end.outcome().name().toLowerCase(Locale.ROOT),
                "rule",
                end.rule() == null ? "none" : end.rule());
    }

    private Counter gaps(String outbox) {
        return registry.counter("heliograph.gate.sequence.gaps", "outbox", outbox);
    }

    void committed(Duration duration) {
        batches.record(duration);
    }

    void rolledBack() {
        rollbacks().increment();
    }

    void policy(@Nullable String problem) {
        reloads(problem == null ? ADOPTED : REJECTED).increment();
    }

    private Counter rollbacks() {
        return registry.counter("heliograph.gate.rollbacks");
    }

    private Counter reloads(String result) {
        return registry.counter("heliograph.gate.policy.reloads", "result", result);
    }
}
