package org.heliograph.desk.requests;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.cooperation.Action;
import org.heliograph.cooperation.Actor;
import org.heliograph.cooperation.Instance;
import org.heliograph.cooperation.Outcome;
import org.heliograph.cooperation.Protocol;
import org.heliograph.cooperation.Refusal;
import org.heliograph.cooperation.State;
import org.heliograph.cooperation.Step;
import org.heliograph.cooperation.View;
import org.heliograph.desk.envelope.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** Takes steps on this party's own instances of requests. A step and its event are stored together or not at all. */
public final class Casework {

    private final String party;
    private final Protocol protocol;
    private final JdbcRequests requests;
    private final JdbcSteps steps;
    private final CoopDispatches dispatches;
    private final TransactionOperations transaction;

    Casework(
            String party,
            Protocol protocol,
            JdbcRequests requests,
            JdbcSteps steps,
            CoopDispatches dispatches,
            TransactionOperations transaction) {
        this.party = party;
        this.protocol = protocol;
        this.requests = requests;
        this.steps = steps;
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
         * Somebody took a step since the caller looked; nothing changed.
         *
         * @param last null where no step was taken at all, and the caller's version is from nowhere
         */
        record Outdated(Standing now, @Nullable RecordedStep last) implements Result {}

        /** The protocol does not allow it; nothing changed. */
        record Refused(Refusal refusal, Standing now) implements Result {}
    }

    /**
     * Takes a step as the addressee.
     *
     * @param version number of the last step that the caller has seen
     */
    public Result act(UUID requestId, int version, Action action, Caller caller) {
        return transaction.execute(_ -> {
            Optional<CooperationRequest> request =
                    requests.lock(requestId).filter(found -> found.direction() == Direction.IN);
            if (request.isEmpty()) {
                return new Result.NotHere();
            }
            List<RecordedStep> taken = steps.of(requestId, party);
            Instance instance = instance(request.get(), taken);
            Standing now = new Standing(party, instance.state().name(), instance.seq());
            if (version != instance.seq()) {
                return new Result.Outdated(now, taken.isEmpty() ? null : taken.getLast());
            }
            return switch (protocol.decide(instance, Actor.ADDRESSEE, action)) {
                case Outcome.Refused(Refusal refusal, State _) -> new Result.Refused(refusal, now);
                case Outcome.Moved(Instance _, Step step) -> {
                    take(request.get(), step, caller, caller, request.get().eventId());
                    yield new Result.Taken();
                }
            };
        });
    }

    /**
     * Puts a requester's command in its place, in the running transaction and with the request locked.
     *
     * @return what speaks against it, if anything does; it then changed nothing
     */
    @Nullable
    Refusal withdraw(CooperationRequest request, Withdrawal withdrawal) {
        Instance instance = instance(request, steps.of(request.id(), party));
        return switch (protocol.decide(instance, Actor.REQUESTER, new Action.Withdraw(withdrawal.reason()))) {
            case Outcome.Refused(Refusal refusal, State _) -> refusal;
            case Outcome.Moved(Instance _, Step step) -> {
                take(request, step, Caller.SERVICE, new Caller(withdrawal.role()), withdrawal.eventId());
                yield null;
            }
        };
    }

    private void take(CooperationRequest request, Step step, Caller speaker, Caller actor, UUID causation) {
        UUID eventId = dispatches.step(request, party, step, speaker, causation);
        steps.insert(request.id(), new RecordedStep(party, step, actor.role(), eventId));
        requests.update(request.id(), new Standing(party, step.to().name(), step.seq()));
        requests.updateOverall(request.id(), step.to().name());
    }

    private static Instance instance(CooperationRequest request, List<RecordedStep> taken) {
        View view = View.of(taken.stream().map(RecordedStep::step).toList());
        return new Instance(request.content().kind(), view.state(), view.seq());
    }
}
