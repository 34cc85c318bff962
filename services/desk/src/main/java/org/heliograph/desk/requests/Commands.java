package org.heliograph.desk.requests;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.cooperation.Action;
import org.heliograph.cooperation.Actor;
import org.heliograph.cooperation.Outcome;
import org.heliograph.cooperation.Protocol;
import org.heliograph.cooperation.Refusal;
import org.heliograph.cooperation.State;
import org.heliograph.cooperation.Step;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.events.CoopAct;
import org.heliograph.events.RequestState;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells the addressees of this party's requests what it wants of their instances. A command and its event are stored
 * together or not at all; whether it came in time is for the instance to say.
 */
public final class Commands {

    private final Protocol protocol;
    private final Requests requests;
    private final RecordedSteps steps;
    private final KnownCommands commands;
    private final CoopDispatches dispatches;
    private final TransactionOperations transaction;

    Commands(
            Protocol protocol,
            Requests requests,
            RecordedSteps steps,
            KnownCommands commands,
            CoopDispatches dispatches,
            TransactionOperations transaction) {
        this.protocol = protocol;
        this.requests = requests;
        this.steps = steps;
        this.commands = commands;
        this.dispatches = dispatches;
        this.transaction = transaction;
    }

    /** What became of a command. */
    public sealed interface Result {

        /** These addressees were told. */
        record Sent(List<String> addressees) implements Result {
            public Sent {
                addressees = List.copyOf(addressees);
            }
        }

        /** This party sent no request of this id to this addressee. */
        record NotHere() implements Result {}

        /**
         * A step has arrived since the caller looked; nothing changed.
         *
         * @param last null where no step has arrived at all, and the caller's version is from nowhere
         */
        record Outdated(Standing now, @Nullable RecordedStep last) implements Result {}

        /** As far as this party knows, the protocol does not allow it; nothing changed. */
        record Refused(Refusal refusal, Standing now) implements Result {}

        /** The same was asked before and is not answered yet; nothing changed. */
        record OnItsWay(Standing now) implements Result {}

        /** Nothing is left to withdraw: it is over everywhere, or was asked for before; nothing changed. */
        record NothingLeft(List<Standing> standings) implements Result {
            public NothingLeft {
                standings = List.copyOf(standings);
            }
        }
    }

    /**
     * Sends a command to one addressee.
     *
     * @param version number of its last step that the caller has seen
     */
    public Result send(UUID requestId, String addressee, int version, Action action, Caller caller) {
        return transaction.execute(_ -> lock(requestId)
                .filter(request -> request.addressees().contains(addressee))
                .map(request -> send(History.of(request, addressee, steps.of(requestId)), version, action, caller))
                .orElseGet(Result.NotHere::new));
    }

    private Result send(History history, int version, Action action, Caller caller) {
        if (version != history.instance().seq()) {
            return new Result.Outdated(history.standing(), history.last().orElse(null));
        }
        return switch (protocol.decide(history.instance(), Actor.REQUESTER, action)) {
            case Outcome.Refused(Refusal refusal, State _) -> new Result.Refused(refusal, history.standing());
            case Outcome.Moved _ when isOnItsWay(history, action.act()) -> new Result.OnItsWay(history.standing());
            case Outcome.Moved(var _, Step step) -> {
                tell(history, action, step.to(), caller);
                yield new Result.Sent(List.of(history.addressee()));
            }
        };
    }

    /** Asks all addressees to withdraw where it may still be, and was not asked for already. */
    public Result withdraw(UUID requestId, Action.Withdraw withdraw, Caller caller) {
        return transaction.execute(_ -> lock(requestId)
                .map(request -> withdraw(request, withdraw, caller))
                .orElseGet(Result.NotHere::new));
    }

    private Result withdraw(CooperationRequest request, Action.Withdraw withdraw, Caller caller) {
        List<RecordedStep> recorded = steps.of(request.id());
        List<History> histories = request.addressees().stream()
                .sorted()
                .map(addressee -> History.of(request, addressee, recorded))
                .toList();
        List<History> left = histories.stream()
                .filter(history ->
                        protocol.possible(history.instance(), Actor.REQUESTER).contains(CoopAct.WITHDRAW))
                .filter(history -> !isOnItsWay(history, CoopAct.WITHDRAW))
                .toList();
        left.forEach(history -> tell(history, withdraw, RequestState.WITHDRAWN, caller));
        return left.isEmpty()
                ? new Result.NothingLeft(
                        histories.stream().map(History::standing).toList())
                : new Result.Sent(left.stream().map(History::addressee).toList());
    }

    private void tell(History history, Action action, RequestState expected, Caller caller) {
        commands.insert(CoopMessages.command(
                dispatches.command(history.request(), history.addressee(), action, expected, caller), Direction.OUT));
    }

    private boolean isOnItsWay(History history, CoopAct act) {
        return commands.of(history.request().id()).stream()
                .filter(command -> command.addressee().equals(history.addressee()))
                .filter(command -> command.action().act() == act)
                .anyMatch(command -> history.causedBy(command.eventId()).isEmpty());
    }

    private Optional<CooperationRequest> lock(UUID requestId) {
        return requests.lock(requestId).filter(found -> found.direction() == Direction.OUT);
    }
}
