package org.heliograph.unodc.investigations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.heliograph.events.Status;
import org.jspecify.annotations.Nullable;

/**
 * What UNODC knows of a joint investigation.
 *
 * @param pillar of the Comprehensive Approach
 * @param standings where it stands at each State that is asked
 * @param state over all of them
 * @param changedAt when the requesting State told this
 */
record JointInvestigation(
        UUID requestId,
        String reference,
        RequestKind kind,
        int pillar,
        Status status,
        String requestingParty,
        List<Standing> standings,
        RequestState state,
        Instant submittedAt,
        @Nullable Instant dueAt,
        Instant changedAt) {

    /** Where it stands at one State. */
    record Standing(String party, RequestState state) {}

    JointInvestigation {
        standings = List.copyOf(standings);
    }
}
