package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.heliograph.gate.Ledger;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One party sends as fast as it can, while another has something urgent to say. */
@HeliographStack
@Tag("long")
class FloodIT {

    private static final int SAMPLES = 250;
    private static final int MOST = 40_000;
    private static final int SOME = 1_000;

    private final Stack stack;

    FloodIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void whatIsUrgentTakesAtMostThreeTimesAsLongWhileAnotherPartyFloods() {
        try (Ledger ledger = new Ledger(stack)) {
            try (UrgentReports xa = new UrgentReports(stack);
                    SeizedOutbox outbox = new SeizedOutbox(stack);
                    Flood flood = new Flood(outbox, MOST, "unodc")) {
                // All that both ways need is compiled and connected.
                flood.send(SOME);
                xa.report(SAMPLES);
                ledger.awaitSettled();

                List<Duration> quiet = xa.report(SAMPLES);
                Thread floods = flood.begin();
                xa.report(SAMPLES / 5);
                List<Duration> flooded = xa.report(SAMPLES);
                System.out.println("flood: quiet %s; flooded %s; %d records of the flood by then"
                        .formatted(figures(quiet), figures(flooded), flood.sent()));
                flood.end(floods);

                assertThat(percentile(flooded, 99))
                        .as("the 99th percentile beside a flood, without it %s", percentile(quiet, 99))
                        .isLessThanOrEqualTo(percentile(quiet, 99).multipliedBy(3));
            }
            ledger.assertBalanced();
        }
    }

    private static String figures(List<Duration> sorted) {
        return "p50 %d ms, p90 %d ms, p99 %d ms, at most %d ms"
                .formatted(
                        percentile(sorted, 50).toMillis(),
                        percentile(sorted, 90).toMillis(),
                        percentile(sorted, 99).toMillis(),
                        sorted.getLast().toMillis());
    }

    private static Duration percentile(List<Duration> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
