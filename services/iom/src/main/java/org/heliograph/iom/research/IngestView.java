package org.heliograph.iom.research;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file and what came of it, as callers see it.
 *
 * @param rows empty while it is read
 */
record IngestView(
        UUID ingestId,
        String name,
        boolean replay,
        Ingest.State state,
        Instant receivedAt,
        @Nullable Instant finishedAt,
        Rows rows,
        Observations observations,
        @Nullable AlertReport alerts,
        @Nullable String failure,

        @Schema(description = "What the data must not be taken for.")
        String notice,

        @Schema(description = "Where the data is from, and what was changed.")
        String source) {

    /** The number read is the sum of the others. */
    record Rows(long read, long taken, List<Reason> setAside) {}

    record Reason(SetAside reason, String text, long rows) {}

    /**
     * Progress: months of which all observations are published.
     *
     * @param suppressed of the published and the unchanged, those that withhold their figure
     */
    record Observations(int months, int monthsDone, long published, long unchanged, long suppressed) {}

    static IngestView of(Ingest ingest) {
        Accounting rows = ingest.rows();
        return new IngestView(
                ingest.id(),
                ingest.name(),
                ingest.replay(),
                ingest.state(),
                ingest.receivedAt(),
                ingest.finishedAt(),
                new Rows(
                        rows.read(),
                        rows.taken(),
                        rows.setAside().entrySet().stream()
                                .map(entry -> new Reason(
                                        entry.getKey(), entry.getKey().text(), entry.getValue()))
                                .toList()),
                new Observations(
                        ingest.monthsTotal(),
                        ingest.monthsDone(),
                        ingest.published(),
                        ingest.unchanged(),
                        ingest.suppressed()),
                ingest.alerts(),
                ingest.failure(),
                Notices.DISCLAIMER,
                Notices.SOURCE);
    }
}
