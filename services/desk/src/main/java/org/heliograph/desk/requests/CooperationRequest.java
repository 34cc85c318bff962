package org.heliograph.desk.requests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.heliograph.cooperation.Details;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.events.Priority;
import org.heliograph.events.requests.KindRules;

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

    /**
     * Those who see the steps of an addressee besides itself: the requester, and of a joint kind the other addressees.
     */
    List<String> audience(String addressee) {
        return Stream.concat(
                        Stream.of(requestingParty),
                        KindRules.isJoint(content.kind()) ? addressees.stream() : Stream.empty())
                .filter(party -> !party.equals(addressee))
                .toList();
    }

    /** Of a joint kind the requester and all addressees, who see the steps of all; else none. */
    public List<String> participants() {
        return KindRules.isJoint(content.kind())
                ? Stream.concat(Stream.of(requestingParty), addressees.stream()).toList()
                : List.of();
    }

    /** Of a joint investigation whom the parties chose; of mutual legal assistance who asks for it; else nobody. */
    public Optional<String> lead() {
        return switch (content.kind()) {
            case JOINT_INVESTIGATION ->
                content.details() instanceof Details.JointInvestigation joint
                        ? Optional.of(joint.lead())
                        : Optional.empty();
            case MLA_PREPARATION -> Optional.of(requestingParty);
            default -> Optional.empty();
        };
    }

    /** Its id; the case has the same. */
    public UUID id() {
        return file.id();
    }
}
