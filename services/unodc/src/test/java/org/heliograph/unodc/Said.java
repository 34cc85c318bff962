package org.heliograph.unodc;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;

/** Envelopes of what others say. */
public final class Said {

    private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");

    private Said() {}

    /** From XA, as exercise, in the case of its subject. */
    public static Envelope.Builder byXa(String eventType, UUID subject, Tlp marking) {
        return Envelope.newBuilder()
                .setEventId(UUID.randomUUID())
                .setEventType(eventType)
                .setOccurredAt(AT)
                .setPublishedAt(AT)
                .setOriginatorParty("xa")
                .setOriginatorRole("officer")
                .setContextId(Status.EXERCISE.name().toLowerCase(Locale.ROOT) + ":" + subject)
                .setCorrelationId(subject.toString())
                .setStatus(Status.EXERCISE)
                .setMsgType(MessageType.ALERT)
                .setPriority(Priority.LOW)
                .setTlp(marking)
                .setPermittedPurposes(List.of(Purpose.PREVENTION_INFORMATION))
                .setLane(Lane.KNOWLEDGE)
                .setContainsPersonalData(false);
    }
}
