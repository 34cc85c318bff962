package org.heliograph.desk.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.StorableText;
import org.heliograph.events.Envelope;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.MessageType;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * What readers need of an envelope.
 *
 * @param contextId the case: what changes something is in the case of what it changes
 * @param causationId the event that led to this one, if any
 */
public record EnvelopeView(
        UUID eventId,
        String originatorParty,
        String contextId,
        @Nullable String causationId,
        MessageType msgType,
        Status status,
        Priority priority,
        Tlp tlp,
        List<HandlingCode> handlingCodes,
        @Nullable String handlingNote,
        List<Purpose> permittedPurposes,
        Instant publishedAt) {

    /** Of an envelope that was sent or came. */
    public static EnvelopeView of(Envelope envelope) {
        return new EnvelopeView(
                envelope.getEventId(),
                envelope.getOriginatorParty(),
                envelope.getContextId(),
                StorableText.orNull(envelope.getCausationId().orElse(null)),
                envelope.getMsgType(),
                envelope.getStatus(),
                envelope.getPriority(),
                envelope.getTlp(),
                List.copyOf(envelope.getHandlingCodes()),
                StorableText.orNull(envelope.getHandlingNote().orElse(null)),
                List.copyOf(envelope.getPermittedPurposes()),
                envelope.getPublishedAt());
    }
}
