package org.heliograph.gate;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The gate's numbers. What is counted here is committed: an attempt that was rolled back leaves no trace but its
 * failure.
 */
final class GateMetrics {

    private final MeterRegistry registry;
    private final Timer batches;

    GateMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.batches = Timer.builder("heliograph.gate.batch")
                .description("From the first judgement to the commit of a transaction")
                .register(registry);
    }

    void judged(Account account) {
        String rule = account.rule();
        registry.counter(
                        "heliograph.gate.records",
                        "outcome",
                        account.outcome().name().toLowerCase(Locale.ROOT),
                        "rule",
                        rule == null ? "none" : rule)
                .increment();
        if (account.ruling().findings().expectedSeq() != null) {
            registry.counter(
                            "heliograph.gate.sequence.gaps",
                            "outbox",
                            account.record().topic())
                    .increment();
        }
    }

    void committed(Duration duration) {
        batches.record(duration);
    }

    void rolledBack() {
        registry.counter("heliograph.gate.rollbacks").increment();
    }

    void policy(@Nullable String problem) {
        registry.counter("heliograph.gate.policy.reloads", "result", problem == null ? "adopted" : "rejected")
                .increment();
    }
}
