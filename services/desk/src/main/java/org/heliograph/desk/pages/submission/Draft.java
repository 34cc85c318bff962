package org.heliograph.desk.pages.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.events.RequestKind;

/**
 * A request that somebody of the desk has begun to write.
 *
 * @param values as the form has them
 * @param version counts how often it was kept
 */
record Draft(UUID id, RequestKind kind, Map<String, List<String>> values, int version, Instant savedAt) {

    /** For a list; empty while there is none. */
    public String subject() {
        return values.getOrDefault("subject", List.of()).stream().findFirst().orElse("");
    }
}
