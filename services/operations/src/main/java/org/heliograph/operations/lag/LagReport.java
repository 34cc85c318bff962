package org.heliograph.operations.lag;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What one look found.
 *
 * @param tookMillis from the first question to the last answer
 * @param rows worst first
 * @param unavailable topics and groups that could not be looked at
 */
public record LagReport(Instant at, long tookMillis, List<LagRow> rows, List<Unavailable> unavailable) {

    public LagReport {
        rows = List.copyOf(rows);
        unavailable = List.copyOf(unavailable);
    }

    /**
     * As operators may see it, worst first; those without figures after the others, in no order that would tell one.
     */
    public LagReport seenBy(Walls walls) {
        return new LagReport(
                at,
                tookMillis,
                rows.stream()
                        .map(row -> walls.hide(row) ? row.withoutFigures() : row)
                        .sorted(Comparator.comparing(LagRow::state)
                                .reversed()
                                .thenComparing(LagRow::withheld)
                                .thenComparing(row -> row.withheld() ? row.group() : "")
                                .thenComparing(row -> row.withheld() ? row.topic() : ""))
                        .toList(),
                unavailable);
    }

    /** What concerns one party: its groups, and of topics its own inboxes. */
    public LagReport of(String party) {
        return new LagReport(
                at,
                tookMillis,
                rows.stream().filter(row -> party.equals(row.party())).toList(),
                unavailable.stream().filter(one -> one.concerns(party)).toList());
    }

    /**
     * What could not be looked at.
     *
     * @param name of a topic or group
     */
    public record Unavailable(Kind kind, String name, String reason) {

        private boolean concerns(String party) {
            return name.startsWith(kind == Kind.TOPIC ? "inbox." + party + "." : party + ".");
        }

        /** What it is that cannot be looked at. */
        public enum Kind {
            TOPIC,
            GROUP
        }
    }
}
