package org.heliograph.desk.requests;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.cooperation.Action;
import org.heliograph.cooperation.Actor;
import org.heliograph.cooperation.Fulfilment;
import org.heliograph.cooperation.Outcome;
import org.heliograph.cooperation.Protocol;
import org.heliograph.cooperation.Refusal;
import org.heliograph.cooperation.RequestClock;
import org.heliograph.cooperation.State;
import org.heliograph.cooperation.Step;
import org.heliograph.desk.envelope.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** Takes steps on this party's own instances of requests. A step and its event are stored together or not at all. */
public final class Casework {

    private final String party;
    private final Protocol protocol;
    private final Clocks clocks;
    private final Requests requests;
    private final RecordedSteps steps;
    private final Deadlines deadlines;
    private final CoopDispatches dispatches;
    private final TransactionOperations transaction;

    Casework(
            String party,
            Protocol protocol,
            Clocks clocks,
            Requests requests,
            RecordedSteps steps,
            Deadlines deadlines,
            CoopDispatches dispatches,
            TransactionOperations transaction) {
        this.party = party;
        this.protocol = protocol;
        this.clocks = clocks;
        this.requests = requests;
        this.steps = steps;
        this.deadlines = deadlines;
        this.dispatches = dispatches;
        this.transaction = transaction;
    }

    /** What became of an officer's action. */
    public sealed interface Result {

        /** The step was taken. */
        record Taken() implements Result {}

        /** No request of this id is addressed to this party. */
        record NotHere() implements Result {}

        /**
         * A step was taken since the caller looked; nothing changed.
         *
         * @param last null where no step was taken at all, and the caller's version is from nowhere
         */
        record Outdated(Standing now, @Nullable RecordedStep last) implements Result {}

        /**
         * Results are named that are no events of this party, or of another status; nothing changed.
         *
         * @param results these
         */
        record UnknownResults(List<String> results) implements Result {}

        /** The protocol does not allow it; nothing changed. */
        record Refused(Refusal refusal, Standing now) implements Result {}
    }

    /**
     * Takes a step as the addressee.
     *
     * @param version number of the last step that the caller has seen
     */
    public Result act(UUID requestId, int version, Action action, Caller caller) {
        return transaction.execute(_ -> requests.lock(requestId)
                .filter(found -> found.direction() == Direction.IN)
                .map(request -> act(history(request), version, action, caller))
                .orElseGet(Result.NotHere::new));
    }

    private Result act(History history, int version, Action action, Caller caller) {
        if (version != history.instance().seq()) {
            return new Result.Outdated(history.standing(), history.last().orElse(null));
        }
        List<String> unknown = action instanceof Action.Fulfil(Fulfilment fulfilment)
                ? dispatches.unknown(
                        fulfilment.results(), history.request().file().status())
                : List.of();
        if (!unknown.isEmpty()) {
            return new Result.UnknownResults(unknown);
        }
        return switch (protocol.decide(history.instance(), Actor.ADDRESSEE, action)) {
            case Outcome.Refused(Refusal refusal, State _) -> new Result.Refused(refusal, history.standing());
            case Outcome.Moved(var _, Step step) -> {
                take(history, step, caller, caller, history.request().eventId());
                yield new Result.Taken();
            }
        };
    }

    /** Lets the instance of a request that has just come begin, and its clock; in the running transaction. */
    void begin(CooperationRequest request) {
        requests.insertStanding(request, party);
        setClock(History.of(request, party, List.of()));
    }

    /**
     * Puts a requester's command in its place, or sets it aside and says so; a repeated one changes nothing. In the
     * running transaction and with the request locked.
     */
    void order(CooperationRequest request, Command command) {
        History history = history(request);
        if (history.causedBy(command.eventId()).isPresent()) {
            return;
        }
        switch (protocol.decide(history.instance(), Actor.REQUESTER, command.action())) {
            case Outcome.Moved(var _, Step step) ->
                take(history, step, Caller.SERVICE, new Caller(command.role()), command.eventId());
            case Outcome.Refused(Refusal refusal, State _) ->
                takeAsService(history, new Action.SetAside(command.eventId(), refusal), command.eventId());
        }
    }

    /** Does what the clock of a request says is due; in the running transaction and with the request locked. */
    void keepTime(CooperationRequest request) {
        History history = history(request);
        Optional<RequestClock.Due> due = clocks.due(history);
        while (due.isPresent()) {
            history = takeAsService(history, due.get().action(), request.eventId());
            due = clocks.due(history);
        }
        setClock(history);
    }

    private History takeAsService(History history, Action action, UUID causation) {
        return switch (protocol.decide(history.instance(), Actor.SERVICE, action)) {
            case Outcome.Moved(var _, Step step) -> take(history, step, Caller.SERVICE, Caller.SERVICE, causation);
            case Outcome.Refused(Refusal refusal, State state) ->
                throw new IllegalStateException(
                        "the service may not %s in %s: %s".formatted(action.act(), state.name(), refusal));
        };
    }

    private History take(History history, Step step, Caller speaker, Caller actor, UUID causation) {
        CooperationRequest request = history.request();
        UUID eventId = dispatches.step(request, party, step, speaker, causation);
        RecordedStep recorded = new RecordedStep(party, step, actor.role(), eventId, causation);
        steps.insert(request.id(), recorded);
        requests.update(request.id(), new Standing(party, step.to(), step.seq()));
        requests.updateOverall(request.id(), step.to());
        History longer = history.and(recorded);
        setClock(longer);
        return longer;
    }

    private void setClock(History history) {
        deadlines.set(history.request().id(), party, history.instance().state(), clocks.read(history));
    }

    private History history(CooperationRequest request) {
        return History.of(request, party, steps.of(request.id()));
    }
}
