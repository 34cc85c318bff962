package org.heliograph.desk.requests;

import java.util.Optional;
import java.util.UUID;
import org.heliograph.cooperation.Actor;
import org.heliograph.events.CoopEvent;
import org.heliograph.exchange.inbox.Delivery;
import org.heliograph.exchange.inbox.InboxHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what happens to requests: numbered steps of addressees, and commands of requesters. What does not hold together
 * is left aside rather than thrown: it must not hold up the rest of its case, which may be somebody else's.
 */
final class CoopEventHandler implements InboxHandler<CoopEvent> {

    private static final Logger log = LoggerFactory.getLogger(CoopEventHandler.class);

    private final String party;
    private final Requests requests;
    private final RecordedSteps steps;
    private final KnownCommands commands;
    private final Casework casework;
    private final Views views;

    CoopEventHandler(
            String party,
            Requests requests,
            RecordedSteps steps,
            KnownCommands commands,
            Casework casework,
            Views views) {
        this.party = party;
        this.requests = requests;
        this.steps = steps;
        this.commands = commands;
        this.casework = casework;
        this.views = views;
    }

    @Override
    public Class<CoopEvent> eventClass() {
        return CoopEvent.class;
    }

    @Override
    public void handle(CoopEvent event, Delivery delivery) {
        Optional<String> objection = event.getSeq().isPresent() ? step(event) : command(event);
        objection.ifPresent(because -> log.atWarn()
                .addKeyValue("eventId", event.getEnvelope().getEventId())
                .addKeyValue("requestId", event.getRequestId())
                .addKeyValue("originator", event.getEnvelope().getOriginatorParty())
                .addKeyValue("because", because)
                .log("cooperation event left aside"));
    }

    private Optional<String> step(CoopEvent event) {
        if (!event.getAddressee().equals(event.getEnvelope().getOriginatorParty())) {
            return Optional.of("only the addressee numbers steps");
        }
        Optional<CooperationRequest> request = requests.lock(event.getRequestId());
        if (request.isPresent() && !concerns(request.get(), event.getAddressee())) {
            return Optional.of("the request was not sent to its originator");
        }
        if (request.isPresent() && request.get().content().kind() != event.getKind()) {
            return Optional.of("the kind is not the request's");
        }
        RecordedStep recorded;
        try {
            recorded = CoopMessages.step(event);
        } catch (IllegalArgumentException malformed) {
            return Optional.of(String.valueOf(malformed.getMessage()));
        }
        steps.insert(event.getRequestId(), inTheRoleOfItsCommand(event.getRequestId(), recorded));
        request.filter(found -> found.direction() == Direction.OUT)
                .ifPresent(found -> views.refresh(found, event.getAddressee()));
        return Optional.empty();
    }

    /** An addressee tells a requester's step in its own service's name; who gave the command, this party knows. */
    private RecordedStep inTheRoleOfItsCommand(UUID requestId, RecordedStep step) {
        return step.step().actor() != Actor.REQUESTER
                ? step
                : commands.of(requestId).stream()
                        .filter(command -> command.eventId().equals(step.causation()))
                        .findFirst()
                        .map(command -> step.by(command.role()))
                        .orElse(step);
    }

    private Optional<String> command(CoopEvent event) {
        if (!event.getAddressee().equals(party)) {
            return Optional.of("a command to another party");
        }
        Command command;
        try {
            command = CoopMessages.command(event, Direction.IN);
        } catch (IllegalArgumentException malformed) {
            return Optional.of(String.valueOf(malformed.getMessage()));
        }
        Optional<CooperationRequest> request = requests.lock(event.getRequestId());
        if (request.isEmpty()) {
            commands.insert(command);
            return Optional.empty();
        }
        if (request.get().direction() != Direction.IN
                || !request.get().requestingParty().equals(command.requester())) {
            return Optional.of("the request is not its originator's");
        }
        if (request.get().content().kind() != event.getKind()) {
            return Optional.of("the kind is not the request's");
        }
        casework.order(request.get(), command);
        return Optional.empty();
    }

    /** As the requester's, or as that of another who takes part in a joint matter. */
    private boolean concerns(CooperationRequest request, String addressee) {
        return request.addressees().contains(addressee)
                && (request.direction() == Direction.OUT
                        || (!addressee.equals(party)
                                && request.audience(addressee).contains(party)));
    }
}
