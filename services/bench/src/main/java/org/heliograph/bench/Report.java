package org.heliograph.bench;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was measured in one run.
 *
 * @param steps the ladder; the first is what the others are compared with
 * @param bareLoop what the gate is compared with; measured before and after the gate, and averaged
 * @param startSeconds until each component was ready, all started together
 * @param memoryKiB proportional set size of each component, at rest
 */
record Report(
        Instant at,
        String machine,
        boolean quick,
        List<Step> steps,
        List<Step> bareLoop,
        List<Step> gate,
        List<Submissions.Rate> submissions,
        Map<String, Double> startSeconds,
        double allReadySeconds,
        Map<String, Long> memoryKiB) {

    /** The gate with three recipients, as a part of the bare loop that writes three copies. */
    double gateShare() {
        double bare = bareLoop.stream()
                .mapToDouble(step -> step.throughput().perSecond())
                .average()
                .orElse(Double.NaN);
        return gate.stream()
                .filter(step -> step.name().equals("gate alone, to 3"))
                .mapToDouble(step -> step.throughput().perSecond() / bare)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** What OAUTHBEARER and ACLs add to the median of publishing, in milliseconds. */
    double authorizationAdds() {
        return median("OAUTHBEARER") - median("this bench's");
    }

    private double median(String name) {
        return steps.stream()
                .filter(step -> step.name().contains(name))
                .map(Step::latency)
                .filter(latency -> latency != null)
                .mapToDouble(Latency::p50)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** 99th percentile from submission to inbox at this rate, in milliseconds. */
    double submissionP99(int rate) {
        return submissions.stream()
                .filter(one -> one.wanted() == rate)
                .mapToDouble(one -> one.latency().p99())
                .findFirst()
                .orElse(Double.NaN);
    }

    void print(PrintWriter out) {
        Throughput first = Stream.of(steps, bareLoop)
                .flatMap(List::stream)
                .map(Step::throughput)
                .findFirst()
                .orElse(Throughput.NONE);
        out.println();
        out.println(machine + ", " + at + (quick ? ", quick" : ""));
        out.println();
        out.println("%-38s %11s %6s %8s %6s %9s %9s %9s"
                .formatted("step", "records/s", "of (a)", "cpu us", "x (a)", "p50 ms", "p99 ms", "p99.9 ms"));
        steps.forEach(step -> print(out, step, first));
        bareLoop.forEach(step -> print(out, step, first));
        gate.forEach(step -> print(out, step, first));
        out.println();
        out.println("%-22s %11s %7s %8s %9s %9s %9s"
                .formatted("REST to inbox", "answered/s", "errors", "missing", "p50 ms", "p99 ms", "p99.9 ms"));
        submissions.forEach(rate -> out.println("%-22s %11.0f %7d %8d %s   %s"
                .formatted(
                        rate.wanted() + "/s",
                        rate.answered(),
                        rate.errors(),
                        rate.missing(),
                        times(rate.latency()),
                        parts(rate.cpuMicros()))));
        out.println();
        out.println("%-12s %8s %10s".formatted("component", "start s", "PSS MiB"));
        startSeconds.forEach((name, seconds) ->
                out.println("%-12s %8.1f %10d".formatted(name, seconds, memoryKiB.getOrDefault(name, 0L) / 1024)));
        out.println("%-12s %8.1f %10d"
                .formatted(
                        "all",
                        allReadySeconds,
                        memoryKiB.values().stream().mapToLong(Long::longValue).sum() / 1024));
        out.println();
        out.println(bar("gate to 3 carries of the bare loop", gateShare() * 100, ">= 50 %", gateShare() >= 0.5));
        out.println(bar("REST to inbox p99 at 250/s, ms", submissionP99(250), "< 100", submissionP99(250) < 100));
        out.println(bar("authorization adds at p50, ms", authorizationAdds(), "< 0.5", authorizationAdds() < 0.5));
        out.flush();
    }

    private static void print(PrintWriter out, Step step, Throughput first) {
        Throughput throughput = step.throughput();
        out.println("%-38s %11.0f %5.0f%% %8.0f %6.1f %s   %s"
                .formatted(
                        step.name(),
                        throughput.perSecond(),
                        100 * throughput.perSecond() / first.perSecond(),
                        throughput.cpuOfAll(),
                        throughput.cpuOfAll() / first.cpuOfAll(),
                        times(step.latency()),
                        parts(throughput.cpuMicros())));
    }

    private static String parts(Map<String, Double> cpuMicros) {
        return cpuMicros.entrySet().stream()
                .map(entry -> "%s %.0f".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String times(@Nullable Latency latency) {
        return latency == null
                ? "%9s %9s %9s".formatted("", "", "")
                : "%9.2f %9.2f %9.2f".formatted(latency.p50(), latency.p99(), latency.p999());
    }

    private static String bar(String what, double value, String wanted, boolean met) {
        return Double.isNaN(value)
                ? "%-36s %8s   wanted %-8s not run".formatted(what, "", wanted)
                : "%-36s %8.2f   wanted %-8s %s".formatted(what, value, wanted, met ? "met" : "not met");
    }
}
