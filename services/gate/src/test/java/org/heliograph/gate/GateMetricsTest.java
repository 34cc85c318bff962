package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final GateMetrics metrics = new GateMetrics(registry);

    /** An increase from nothing at all to one is none to whoever watches. */
    @Test
    void beginWithZeroWhereAnAlertWaitsForTheFirst() {
        metrics.outboxes(List.of("outbox.xa"));

        assertThat(registry.get("heliograph.gate.rollbacks").counter().count()).isZero();
        assertThat(registry.get("heliograph.gate.policy.reloads")
                        .tag("result", "rejected")
                        .counter()
                        .count())
                .isZero();
        assertThat(registry.get("heliograph.gate.sequence.gaps")
                        .tag("outbox", "outbox.xa")
                        .counter()
                        .count())
                .isZero();
    }

    @Test
    void tellAVersionThatIsRejectedFromOneThatIsAdopted() {
        metrics.policy("unknown rule");
        metrics.policy(null);
        metrics.policy(null);
        metrics.rolledBack();

        assertThat(reloads("rejected")).isEqualTo(1);
        assertThat(reloads("adopted")).isEqualTo(2);
        assertThat(registry.get("heliograph.gate.rollbacks").counter().count()).isEqualTo(1);
    }

    private double reloads(String result) {
        return registry.get("heliograph.gate.policy.reloads")
                .tag("result", result)
                .counter()
                .count();
    }
}
