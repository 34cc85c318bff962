package org.heliograph.desk.envelope;

import java.util.Locale;
import java.util.UUID;
import org.heliograph.events.Status;

/** What all events of one case share. A case keeps the status it began with (R17). */
public record CaseFile(UUID id, Status status) {

    /** The case as envelopes name it. */
    public String contextId() {
        return status.name().toLowerCase(Locale.ROOT) + ":" + id;
    }
}
