package org.heliograph.desk.requests;

import java.util.List;
import java.util.UUID;

/** The numbered steps of requests, within the transaction of the caller. */
interface RecordedSteps {

    /** Does nothing if the addressee has a step of this number. */
    void insert(UUID requestId, RecordedStep recorded);

    /** By addressee, in order; those after a gap too. */
    List<RecordedStep> of(UUID requestId);
}
