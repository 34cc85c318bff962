package org.heliograph.operations.lag;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one look found.
 *
 * @param tookMillis from the first question to the last answer
 * @param rows worst first
 * @param unavailable topics and groups that could not be looked at
 * @param silence why there was no look since then; null if the last one was made
 */
public record LagReport(
        Instant at,
        long tookMillis,
        List<LagRow> rows,
        List<Unavailable> unavailable,
        @Nullable Silence silence) {

    /** Where the documentation says what to do if no broker answers. */
    static final String BROKERS_AWAY = "docs/runbooks/reader-behind.md#brokers-away";

    public LagReport {
        rows = List.copyOf(rows);
        unavailable = List.copyOf(unavailable);
    }

    /** Of a look that was made. */
    public LagReport(Instant at, long tookMillis, List<LagRow> rows, List<Unavailable> unavailable) {
        this(at, tookMillis, rows, unavailable, null);
    }

    /** The same, of a time after which the brokers answered no more; it stays the first that was not answered. */
    LagReport unansweredAt(Instant now, String trouble) {
        Silence known = silence;
        return new LagReport(
                at,
                tookMillis,
                rows,
                unavailable,
                new Silence(
                        known == null ? now : known.since(),
                        "The brokers do not answer (%s): this is what was seen before.".formatted(trouble),
                        "Bring the brokers back; until then nobody reads or writes anything.",
                        BROKERS_AWAY));
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
                unavailable,
                silence);
    }

    /** What concerns one party: its groups, and of topics its own inboxes. */
    public LagReport of(String party) {
        return new LagReport(
                at,
                tookMillis,
                rows.stream().filter(row -> party.equals(row.party())).toList(),
                unavailable.stream().filter(one -> one.concerns(party)).toList(),
                silence);
    }

    /**
     * Since when no look could be made.
     *
     * @param since the first that was not answered
     * @param runbook a page of the documentation, and the place in it
     */
    public record Silence(Instant since, String evidence, String advice, String runbook) {}

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
