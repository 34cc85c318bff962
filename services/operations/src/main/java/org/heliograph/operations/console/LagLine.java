package org.heliograph.operations.console;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.heliograph.operations.lag.Cause;
import org.heliograph.operations.lag.LagReport;
import org.heliograph.operations.lag.LagRow;
import org.heliograph.operations.lag.LagState;
import org.heliograph.operations.lag.Trend;
import org.jspecify.annotations.Nullable;

/**
 * A reader as operators may see it. Of a walled one, whether it is in trouble, since somebody has to mend it, and no
 * figure.
 *
 * @param unread null if it is withheld
 * @param trend null if it is withheld
 */
record LagLine(
        @Nullable String party,
        String system,
        String group,
        String topic,
        String family,
        @Nullable Long unread,
        @Nullable Long lost,
        @Nullable Instant oldest,
        LagState state,
        @Nullable Cause cause,
        @Nullable Trend trend,
        @Nullable Instant deletedFrom,
        boolean withheld) {

    private static final Comparator<LagLine> WORST_FIRST = Comparator.comparing(LagLine::state)
            .reversed()
            // By their age, walled ones would say how old it is.
            .thenComparing(LagLine::withheld)
            .thenComparing(LagLine::oldest, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(LagLine::group)
            .thenComparing(LagLine::topic);

    static LagLine of(LagRow row, Walls walls) {
        boolean withheld = walls.hide(row);
        return new LagLine(
                row.party(),
                row.system(),
                row.group(),
                row.topic(),
                row.family(),
                withheld ? null : row.unread(),
                withheld ? null : row.lost(),
                withheld ? null : row.oldest(),
                row.state(),
                row.cause(),
                withheld ? null : row.trend(),
                withheld ? null : row.deletedFrom(),
                withheld);
    }

    /** Worst first. */
    static List<LagLine> all(LagReport report, Walls walls) {
        return report.rows().stream()
                .map(row -> of(row, walls))
                .sorted(WORST_FIRST)
                .toList();
    }

    /** Whether it is one of those that a filter asks for; null and blank ask for all. */
    boolean isOf(@Nullable String wantedParty, @Nullable LagState wantedState) {
        return (wantedParty == null || wantedParty.isBlank() || wantedParty.equals(party))
                && (wantedState == null || wantedState == state);
    }
}
