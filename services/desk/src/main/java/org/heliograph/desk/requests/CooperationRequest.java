package org.heliograph.desk.requests;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.events.Priority;

/**
 * A request as it was submitted; it does not change.
 *
 * @param reference for people, such as {@code XA-2026-000123}
 * @param requestingRole a function, never a name
 * @param eventId of the event that carried it
 */
public record CooperationRequest(
        CaseFile file,
        Direction direction,
        String reference,
        String requestingParty,
        String requestingRole,
        List<String> addressees,
        Content content,
        Priority priority,
        Handling handling,
        UUID eventId,
        Instant submittedAt) {

    public CooperationRequest {
        addressees = List.copyOf(addressees);
    }

    /** Its id; the case has the same. */
    public UUID id() {
        return file.id();
    }
}
