package org.heliograph.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.heliograph.bench.Throughput.Look;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void countsRecordsAndProcessorTimeBetweenTwoLooks() {
        Throughput throughput = Throughput.between(
                new Look(100, 1_000_000_000L, Map.of("gate", 5_000L, "broker", 0L)),
                new Look(300, 3_000_000_000L, Map.of("gate", 25_000L, "broker", 4_000L)));

        assertThat(throughput).isEqualTo(new Throughput(200, 100, Map.of("gate", 100.0, "broker", 20.0)));
        assertThat(throughput.cpuOfAll()).isEqualTo(120);
    }

    @Test
    void aProcessThatBeganBetweenTheLooksCountsWhole() {
        Throughput throughput =
                Throughput.between(new Look(0, 0, Map.of()), new Look(10, 1_000, Map.of("gate", 50_000L)));

        assertThat(throughput.cpuMicros()).isEqualTo(Map.of("gate", 5_000.0));
    }

    @Test
    void whatCarriedNothingHasNoThroughput() {
        Look look = new Look(7, 1, Map.of());

        assertThatIllegalArgumentException().isThrownBy(() -> Throughput.between(look, look));
    }

    @Test
    void judgesTheBars() {
        Report report = report(60, 0.9, 99);

        assertThat(report.gateShare()).isEqualTo(0.5);
        assertThat(report.authorizationAdds()).isCloseTo(0.4, within(1e-9));
        assertThat(report.submissionP99(250)).isEqualTo(99);
        assertThat(printed(report)).doesNotContain("not met");
    }

    @Test
    void saysWhichBarsAreNotMet() {
        assertThat(printed(report(59, 1.1, 100)).lines().filter(line -> line.endsWith("not met")))
                .hasSize(3);
    }

    @Test
    void aBarOfAPartThatWasLeftOutIsNotJudged() {
        Report nothing = new Report(
                Instant.EPOCH, "machine", true, List.of(), List.of(), List.of(), List.of(), Map.of(), 0, Map.of());

        assertThat(printed(nothing).lines().filter(line -> line.contains("wanted")))
                .hasSize(3)
                .allMatch(line -> line.endsWith("not run"))
                .noneMatch(line -> line.contains("NaN"));
    }

    @Test
    void readsWhatKafkasPerfTestPrints() {
        assertThat(PerfTest.read("""
                        20 records sent, 4.0 records/sec (0.00 MB/sec), 1.0 ms avg latency, 2.0 ms max latency.
                        100000 records sent, 54321.0 records/sec (51.80 MB/sec), \
                        12.34 ms avg latency, 210.50 ms max latency, 9 ms 50th, 40 ms 95th, 80 ms 99th, 200 ms 99.9th.
                        """)).containsExactly(54_321, 9, 80, 200, 210.5);
        assertThatIllegalArgumentException().isThrownBy(() -> PerfTest.read("no such topic"));
    }

    @Test
    void latenessCountsFromWhenItWasMeantToHappen() {
        Pace pace = new Pace(250, java.time.Duration.ofSeconds(2));

        assertThat(pace.beats()).isEqualTo(500);
        assertThat(pace.intended(7, 499)).isEqualTo(7 + 1_996_000_000L);
    }

    private static String printed(Report report) {
        StringWriter said = new StringWriter();
        report.print(new PrintWriter(said, true));
        return said.toString();
    }

    private static Report report(double gate, double authorized, double submission) {
        return new Report(
                Instant.EPOCH,
                "machine",
                false,
                List.of(
                        step("bare, this bench's producer", 1_000, latency(0.5, 1)),
                        step("+ OAUTHBEARER and ACLs", 900, latency(authorized, 1))),
                List.of(step("before", 100, null), step("after", 140, null)),
                List.of(step("gate alone, to 1", 200, null), step("gate alone, to 3", gate, null)),
                List.of(new Submissions.Rate(250, 249.5, 0, 0, latency(20, submission), Map.of())),
                Map.of("gate", 5.0),
                20,
                Map.of("gate", 200_000L));
    }

    private static Step step(String name, double perSecond, @Nullable Latency latency) {
        return new Step(name, new Throughput(1_000, perSecond, Map.of("broker", 10.0)), latency);
    }

    private static Latency latency(double p50, double p99) {
        return new Latency(1_000, p50, p99, p99, p99);
    }
}
