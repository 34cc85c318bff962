package org.heliograph.operations.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many offers the gate judged, by how they ended and the rule that refused, over the last day. The gate counts from
 * its own start and knows no party in these numbers; here the increases are kept, in memory. Any thread.
 */
final class GateFigures {

    static final Duration LONGEST = Duration.ofDays(1);

    private static final Pattern COUNT =
            Pattern.compile("heliograph_gate_records_total\\{([^}]*)}\\s+([0-9.Ee+]+)(?:\\s.*)?");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"\\\\]*)\"");

    /** How an offer ended, and by which rule; {@code none} if none refused. */
    record Ending(String outcome, String rule) implements Comparable<Ending> {
        @Override
        public int compareTo(Ending other) {
            int byOutcome = outcome.compareTo(other.outcome);
            return byOutcome == 0 ? rule.compareTo(other.rule) : byOutcome;
        }
    }

    private record Increase(Instant at, Map<Ending, Long> by) {}

    private final Deque<Increase> increases = new ArrayDeque<>();
    private Map<Ending, Long> before = Map.of();
    private @Nullable Instant since;

    /** From what the gate answers to Prometheus. */
    synchronized void add(Instant at, String figures) {
        Map<Ending, Long> now = read(figures);
        if (since == null) {
            since = at;
        } else {
            Map<Ending, Long> increase = new HashMap<>();
            now.forEach((ending, count) -> {
                long last = before.getOrDefault(ending, 0L);
                // A gate that started anew counts from nothing.
                long more = count < last ? count : count - last;
                if (more > 0) {
                    increase.put(ending, more);
                }
            });
            if (!increase.isEmpty()) {
                increases.addLast(new Increase(at, Map.copyOf(increase)));
            }
        }
        before = now;
        while (!increases.isEmpty() && increases.getFirst().at().isBefore(at.minus(LONGEST))) {
            increases.removeFirst();
        }
    }

    /** From when on increases are known; null if the gate has told nothing yet. */
    synchronized @Nullable Instant since() {
        return since;
    }

    /** What came since then. */
    synchronized SortedMap<Ending, Long> since(Instant begin) {
        SortedMap<Ending, Long> sums = new TreeMap<>();
        increases.stream()
                .filter(increase -> increase.at().isAfter(begin))
                .forEach(increase -> increase.by().forEach((ending, count) -> sums.merge(ending, count, Long::sum)));
        return sums;
    }

    private static Map<Ending, Long> read(String figures) {
        Map<Ending, Long> counts = new HashMap<>();
        figures.lines().forEach(line -> {
            Matcher count = COUNT.matcher(line);
            if (count.matches()) {
                Map<String, String> labels = new HashMap<>();
                Matcher label = LABEL.matcher(count.group(1));
                while (label.find()) {
                    labels.put(label.group(1), label.group(2));
                }
                counts.merge(
                        new Ending(labels.getOrDefault("outcome", "unknown"), labels.getOrDefault("rule", "none")),
                        (long) Double.parseDouble(count.group(2)),
                        Long::sum);
            }
        });
        return counts;
    }
}
