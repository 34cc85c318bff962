package org.heliograph.bench;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Kafka's ProducerPerformance prints in the end. */
final class PerfTest {

    private static final Pattern LAST =
            Pattern.compile("([\\d.,]+) records/sec .*?([\\d.,]+) ms max latency, (\\d+) ms 50th, \\d+ ms 95th,"
                    + " (\\d+) ms 99th, (\\d+) ms 99.9th");

    private PerfTest() {}

    /** Records a second, then the median, 99th, 99.9th and highest latency in milliseconds. */
    static double[] read(String said) {
        List<String> lines =
                said.lines().filter(line -> line.contains("99.9th")).toList();
        Matcher last = LAST.matcher(lines.isEmpty() ? "" : lines.getLast());
        if (!last.find()) {
            throw new IllegalArgumentException("ProducerPerformance did not end as expected: " + said.strip());
        }
        return new double[] {number(last, 1), number(last, 3), number(last, 4), number(last, 5), number(last, 2)};
    }

    private static double number(Matcher line, int group) {
        return Double.parseDouble(line.group(group).replace(",", ""));
    }
}
