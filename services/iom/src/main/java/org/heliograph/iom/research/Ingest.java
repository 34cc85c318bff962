package org.heliograph.iom.research;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that was sent, and what came of it.
 *
 * @param published observations that were new or differed from what readers had been told
 * @param unchanged observations of the file's months that readers had been told as they are
 * @param suppressed those of both that withhold their figure
 * @param alerts null until they were looked for
 * @param failure why it failed; null unless it did
 */
record Ingest(
        UUID id,
        String name,
        boolean replay,
        State state,
        Instant receivedAt,
        @Nullable Instant finishedAt,
        Accounting rows,
        int monthsTotal,
        int monthsDone,
        long published,
        long unchanged,
        long suppressed,
        @Nullable AlertReport alerts,
        @Nullable String failure) {

    enum State {
        READING,
        PUBLISHING,
        DONE,
        FAILED
    }
}
