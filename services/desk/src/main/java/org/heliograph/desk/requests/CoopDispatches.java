package org.heliograph.desk.requests;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.heliograph.cooperation.Action;
import org.heliograph.cooperation.Step;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.desk.envelope.InvalidEventException;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.CoopNotice;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.RequestState;
import org.heliograph.events.Status;
import org.heliograph.events.requests.ResultRef;
import org.heliograph.exchange.outbox.Outbox;

/** Puts what this party says about requests into its outbox, in the caller's transaction. */
final class CoopDispatches {

    private final Outbox outbox;
    private final Envelopes envelopes;

    CoopDispatches(Outbox outbox, Envelopes envelopes) {
        this.outbox = outbox;
        this.envelopes = envelopes;
    }

    void request(Envelope envelope, CooperationRequest request) {
        outbox.add(event(envelope, request), distribution(request));
    }

    /** What {@link #request} puts into the outbox. */
    static CoopRequest event(Envelope envelope, CooperationRequest request) {
        CoopRequest event = CoopMessages.request(envelope, request);
        InvalidEventException.throwIfInvalid(event);
        return event;
    }

    /** To whom {@link #request} sends it. */
    static Distribution distribution(CooperationRequest request) {
        return new Distribution(request.addressees(), List.of());
    }

    /**
     * Those of the results that are events, but none that this party sent, as what it is said to be, with this status.
     */
    List<String> unknown(List<String> results, Status status) {
        String prefix = status.name().toLowerCase(Locale.ROOT);
        return results.stream()
                .filter(result -> ResultRef.of(result)
                        .filter(ref -> outbox.find(ref.eventId())
                                .filter(own -> own.eventType().equals(ref.eventType()))
                                .filter(own -> own.contextId().startsWith(prefix))
                                .isEmpty())
                        .isPresent())
                .toList();
    }

    /**
     * Tells the requester, and of a joint kind all who take part; the event's time is the step's. Returns the event's
     * id.
     */
    UUID step(CooperationRequest request, String addressee, Step step, Caller caller, UUID causation) {
        Envelope now = about(request, type(step.action()), caller, causation);
        Envelope envelope = now.getPublishedAt().isBefore(step.at())
                ? now
                : Envelope.newBuilder(now).setOccurredAt(step.at()).build();
        CoopEvent event = CoopMessages.step(envelope, request, addressee, step);
        InvalidEventException.throwIfInvalid(event);
        outbox.add(event, new Distribution(request.audience(addressee), List.of()));
        return envelope.getEventId();
    }

    /** Asks an addressee's instance to take a step. */
    CoopEvent command(
            CooperationRequest request, String addressee, Action action, RequestState expected, Caller caller) {
        Envelope envelope = about(request, type(action), caller, request.eventId());
        CoopEvent command = CoopMessages.command(envelope, request, addressee, action, expected);
        outbox.add(command, new Distribution(List.of(addressee), List.of()));
        return command;
    }

    /**
     * Tells others that there is a request and where it stands.
     *
     * @param first whether nothing was told of it before
     * @return the id of the event
     */
    UUID notice(CooperationRequest request, List<Standing> standings, boolean first, List<String> readers) {
        Envelope envelope = envelopes.build(
                EventTypes.NOTICE,
                request.file(),
                Lane.COOPERATION,
                first ? MessageType.ALERT : MessageType.UPDATE,
                request.priority(),
                request.handling(),
                Caller.SERVICE,
                request.eventId());
        CoopNotice event = CoopMessages.notice(envelope, request, standings);
        InvalidEventException.throwIfInvalid(event);
        outbox.add(event, new Distribution(readers, List.of()));
        return envelope.getEventId();
    }

    private static MessageType type(Action action) {
        return switch (action) {
            case Action.Acknowledge _ -> MessageType.ACK;
            case Action.Withdraw _ -> MessageType.CANCEL;
            default -> MessageType.UPDATE;
        };
    }

    private Envelope about(CooperationRequest request, MessageType type, Caller caller, UUID causation) {
        return envelopes.build(
                EventTypes.EVENT,
                request.file(),
                Lane.COOPERATION,
                type,
                request.priority(),
                request.handling(),
                caller,
                causation);
    }
}
