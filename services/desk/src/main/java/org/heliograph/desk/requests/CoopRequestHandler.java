package org.heliograph.desk.requests;

import java.util.Optional;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.RequestKind;
import org.heliograph.events.requests.KindRules;
import org.heliograph.exchange.inbox.Delivery;
import org.heliograph.exchange.inbox.InboxHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a request that is addressed to this party. What does not hold together is left aside rather than thrown: it
 * must not hold up the rest of its case, which may be somebody else's.
 */
final class CoopRequestHandler implements InboxHandler<CoopRequest> {

    private static final Logger log = LoggerFactory.getLogger(CoopRequestHandler.class);

    private final String party;
    private final Requests requests;
    private final KnownCommands commands;
    private final Casework casework;

    CoopRequestHandler(String party, Requests requests, KnownCommands commands, Casework casework) {
        this.party = party;
        this.requests = requests;
        this.commands = commands;
        this.casework = casework;
    }

    @Override
    public Class<CoopRequest> eventClass() {
        return CoopRequest.class;
    }

    @Override
    public void handle(CoopRequest event, Delivery delivery) {
        CooperationRequest request;
        try {
            request = CoopMessages.received(event);
        } catch (IllegalArgumentException malformed) {
            leaveAside(event, String.valueOf(malformed.getMessage()));
            return;
        }
        Optional<String> objection = objection(event, request);
        if (objection.isPresent()) {
            leaveAside(event, objection.get());
            return;
        }
        if (!requests.insert(request)) {
            return;
        }
        casework.begin(request);
        commands.of(request.id()).stream()
                .filter(command -> command.requester().equals(request.requestingParty()))
                .forEach(command -> casework.order(request, command));
    }

    private static void leaveAside(CoopRequest event, String because) {
        log.atWarn()
                .addKeyValue("eventId", event.getEnvelope().getEventId())
                .addKeyValue("originator", event.getEnvelope().getOriginatorParty())
                .addKeyValue("because", because)
                .log("request left aside");
    }

    private Optional<String> objection(CoopRequest event, CooperationRequest request) {
        if (!event.getRequestingParty().equals(event.getEnvelope().getOriginatorParty())) {
            return Optional.of("the originator is not the requesting party");
        }
        if (!request.file().contextId().equals(event.getEnvelope().getContextId())) {
            return Optional.of("the case is not the request's");
        }
        if (!event.getAddressees().contains(party)) {
            return Optional.of("not addressed to this party");
        }
        RequestKind kind = event.getKind();
        if (kind == RequestKind.UNKNOWN) {
            return Optional.of("of a kind that this version does not know");
        }
        if (KindRules.needsSealing(kind)) {
            return Optional.of("about one person, and there is no sealing (R3)");
        }
        if (request.content().details() == null) {
            return Optional.of("without what " + kind + " needs");
        }
        return Optional.empty();
    }
}
