package org.heliograph.exchange.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.events.ControlDelivery;
import org.heliograph.events.DeliveryAct;
import org.heliograph.events.DeliveryFailure;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.outbox.Outbox;
import org.heliograph.exchange.wire.EventReader;
import org.heliograph.exchange.wire.RegistryUnavailableException;
import org.heliograph.exchange.wire.WireException;
import org.jspecify.annotations.Nullable;

/**
 * Tells the originator of an event what was done about the copy of it that could not be applied: a
 * {@code control.delivery} through the party's own outbox, so that the gate judges it and the audit of the platform has
 * it, whether or not the originator may be told. Any thread.
 */
final class DeliveryNotices {

    private final String party;
    private final EventReader events;
    private final Supplier<@Nullable Outbox> outbox;
    private final Clock clock;

    /** @param outbox of the party; gives null if it has none, as it sends nothing */
    DeliveryNotices(String party, EventReader events, Supplier<@Nullable Outbox> outbox, Clock clock) {
        this.party = party;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What is to be told of an act, and why the copy had been put aside. */
    record Act(
            DeliveryAct act,
            Actor actor,
            DeliveryFailure failure,
            @Nullable String reason) {}

    String party() {
        return party;
    }

    boolean hasOutbox() {
        return outbox.get() != null;
    }

    /**
     * The envelope of the event that a letter holds; empty if it cannot be read, or is no event.
     *
     * @throws RegistryUnavailableException if nobody can tell now
     */
    Optional<Envelope> target(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(events.read(record.topic(), record.value()).envelope());
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (WireException e) {
            return Optional.empty();
        }
    }

    /**
     * Adds it to the outbox, in the transaction of the caller.
     *
     * @return the id of the event that tells it; null if the party has no outbox
     */
    @Nullable
    UUID tell(Envelope target, Act act) {
        Outbox out = outbox.get();
        if (out == null) {
            return null;
        }
        ControlDelivery event = event(target, act);
        out.add(event, to(target));
        return event.getEnvelope().getEventId();
    }

    static Distribution to(Envelope target) {
        return new Distribution(List.of(target.getOriginatorParty()), List.of());
    }

    /** Says nothing of the content, so whoever runs the exchange at the originator may use it, for whatever purpose. */
    ControlDelivery event(Envelope target, Act act) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return ControlDelivery.newBuilder()
                .setEnvelope(Envelope.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setEventType("control.delivery")
                        .setOccurredAt(now)
                        .setPublishedAt(now)
                        .setOriginatorParty(party)
                        .setOriginatorRole(act.actor().function().name().toLowerCase(Locale.ROOT))
                        .setContextId(target.getContextId())
                        .setCausationId(target.getEventId().toString())
                        .setStatus(target.getStatus())
                        .setMsgType(act.act() == DeliveryAct.APPLIED ? MessageType.ACK : MessageType.ERROR)
                        .setPriority(Priority.MEDIUM)
                        .setTlp(target.getTlp() == Tlp.CLEAR ? Tlp.GREEN : target.getTlp())
                        .setPermittedPurposes(List.of(Purpose.values()))
                        .setLane(Lane.OPERATIONAL)
                        .setContainsPersonalData(false)
                        .build())
                .setTargetEventId(target.getEventId())
                .setTargetEventType(target.getEventType())
                .setTargetOriginator(target.getOriginatorParty())
                .setDeliveryAct(act.act())
                .setDecidedBy(act.actor().function())
                .setFailure(act.failure())
                .setReason(act.reason())
                .setAt(now)
                .build();
    }
}
