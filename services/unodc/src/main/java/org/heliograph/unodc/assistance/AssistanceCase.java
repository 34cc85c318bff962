package org.heliograph.unodc.assistance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.publications.PublicationType;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.heliograph.events.Status;

/**
 * A request for assistance.
 *
 * @param outputs what this party published upon it, oldest first
 */
record AssistanceCase(
        UUID requestId,
        String reference,
        RequestKind kind,
        String requestingParty,
        String subject,
        RequestState state,
        Status status,
        Instant submittedAt,
        List<Output> outputs) {

    record Output(UUID id, PublicationType type, boolean withdrawn) {}
}
