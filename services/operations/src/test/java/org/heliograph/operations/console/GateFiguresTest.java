package org.heliograph.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.heliograph.operations.console.GateFigures.Ending;
import org.junit.jupiter.api.Test;

class GateFiguresTest {

    private static final Instant START = Instant.parse("2026-02-01T10:00:00Z");
    private static final Ending RELEASED = new Ending("released", "none");

    private final GateFigures figures = new GateFigures();

    @Test
    void countsFromTheFirstAnswerOn() {
        assertThat(figures.since()).isNull();

        tell(0, 100);
        assertThat(figures.since(START.minusSeconds(1))).isEmpty();

        tell(1, 104);
        assertThat(figures.since(START)).isEqualTo(Map.of(RELEASED, 4L));
        assertThat(figures.since()).isEqualTo(START);
    }

    @Test
    void goesOnWhereTheGateStartedAnew() {
        tell(0, 100);
        tell(1, 103);
        tell(2, 5);
        tell(3, 6);

        assertThat(figures.since(START)).isEqualTo(Map.of(RELEASED, 9L));
    }

    @Test
    void tellsTheLastHourFromTheDayAndForgetsWhatIsOlder() {
        tell(0, 0);
        tell(10, 1);
        tell(120, 3);
        assertThat(figures.since(START.plus(Duration.ofMinutes(60)))).isEqualTo(Map.of(RELEASED, 2L));
        assertThat(figures.since(START)).isEqualTo(Map.of(RELEASED, 3L));

        tell(11 + 24 * 60, 4);

        assertThat(figures.since(START)).isEqualTo(Map.of(RELEASED, 3L));
    }

    @Test
    void readsNothingElse() {
        figures.add(START, "");
        figures.add(START.plusSeconds(1), """
                # HELP heliograph_gate_records_total
                heliograph_gate_rollbacks_total 3.0
                heliograph_gate_records_total{rule="R1",outcome="refused"} 2.0
                heliograph_gate_records_total{outcome="refused",rule="R1",instance="b"} 3.0 1700000000000
                """);

        assertThat(figures.since(START)).isEqualTo(Map.of(new Ending("refused", "R1"), 5L));
    }

    private void tell(int minute, long released) {
        figures.add(
                START.plus(Duration.ofMinutes(minute)),
                "heliograph_gate_records_total{outcome=\"released\",rule=\"none\"} %d.0".formatted(released));
    }
}
