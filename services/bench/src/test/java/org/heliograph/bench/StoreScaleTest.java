package org.heliograph.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreScaleTest {

    @Test
    void judgesEachOperationByItsOwnTimesAndComparesItWithOneRow() {
        StringWriter said = new StringWriter();

        new StoreScale.Measured(
                        100_000,
                        300_000,
                        new Latency(1_000, 0.5, 1, 2, 2),
                        Map.of(
                                "fast", new Latency(1_000, 5, 99.9, 200, 200),
                                "slow", new Latency(1_000, 5, 100, 200, 200)))
                .print(new PrintWriter(said, true));

        assertThat(said.toString().lines().filter(line -> line.startsWith("fast")))
                .singleElement()
                .asString()
                .contains("10.0x")
                .endsWith(" met")
                .doesNotContain("not met");
        assertThat(said.toString().lines().filter(line -> line.startsWith("slow")))
                .singleElement()
                .asString()
                .endsWith("not met");
    }
}
