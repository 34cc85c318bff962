package org.heliograph.desk.envelope;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.Priority;
import org.jspecify.annotations.Nullable;

/** Builds the envelope of whatever the party says. Safe for use by many threads. */
public final class Envelopes {

    private final String party;
    private final Clock clock;

    /**
     * For one party.
     *
     * @param party the originator of every envelope
     */
    public Envelopes(String party, Clock clock) {
        this.party = party;
        this.clock = clock;
    }

    /**
     * An envelope with an id of its own.
     *
     * @param causation the event that led to this one; null for the first of a case
     */
    public Envelope build(
            String eventType,
            CaseFile file,
            Lane lane,
            MessageType type,
            Priority priority,
            Handling handling,
            Caller caller,
            @Nullable UUID causation) {
        Instant now = now();
        return Envelope.newBuilder()
                .setEventId(UUID.randomUUID())
                .setEventType(eventType)
                .setOccurredAt(now)
                .setPublishedAt(now)
                .setOriginatorParty(party)
                .setOriginatorRole(caller.role())
                .setContextId(file.contextId())
                .setCorrelationId(file.id().toString())
                .setCausationId(causation == null ? null : causation.toString())
                .setStatus(file.status())
                .setMsgType(type)
                .setPriority(priority)
                .setTlp(handling.tlp())
                .setHandlingCodes(handling.codes())
                .setHandlingNote(handling.note())
                .setPermittedPurposes(handling.purposes())
                .setRetainUntil(handling.retainUntil())
                .setLane(lane)
                .setContainsPersonalData(handling.containsPersonalData())
                .build();
    }

    /** Now, as exact as events carry it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
