package org.heliograph.cooperation;

import static org.heliograph.cooperation.Actor.ADDRESSEE;
import static org.heliograph.cooperation.Actor.REQUESTER;
import static org.heliograph.cooperation.Actor.SERVICE;
import static org.heliograph.events.RequestState.ACCEPTED;
import static org.heliograph.events.RequestState.ACKNOWLEDGED;
import static org.heliograph.events.RequestState.ASSIGNED;
import static org.heliograph.events.RequestState.CLOSED;
import static org.heliograph.events.RequestState.DECLINED;
import static org.heliograph.events.RequestState.FULFILLED;
import static org.heliograph.events.RequestState.INFO_NEEDED;
import static org.heliograph.events.RequestState.IN_PROGRESS;
import static org.heliograph.events.RequestState.POSTPONED;
import static org.heliograph.events.RequestState.SUBMITTED;
import static org.heliograph.events.RequestState.WITHDRAWN;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.events.RequestState;

/**
 * One line of the protocol's table: this actor may do this from these states. Whatever has no line is refused.
 *
 * <p>When both sides act at once, the order in which the addressee's instance takes the acts decides; the table then
 * holds for the second.
 */
record Transition(Actor actor, Class<? extends Action> action, Set<RequestState> from) {

    static final List<Transition> TABLE = List.of(
            line(ADDRESSEE, Action.Acknowledge.class, SUBMITTED),
            line(ADDRESSEE, Action.Assign.class, ACKNOWLEDGED, POSTPONED),
            line(ADDRESSEE, Action.Ask.class, ACKNOWLEDGED, ASSIGNED, IN_PROGRESS),
            line(ADDRESSEE, Action.Accept.class, ASSIGNED),
            line(ADDRESSEE, Action.Postpone.class, ASSIGNED, IN_PROGRESS),
            line(ADDRESSEE, Action.Consult.class, ACKNOWLEDGED, ASSIGNED, POSTPONED, IN_PROGRESS),
            line(ADDRESSEE, Action.Decline.class, ACKNOWLEDGED, ASSIGNED, POSTPONED, IN_PROGRESS),
            line(ADDRESSEE, Action.Start.class, ACCEPTED),
            line(ADDRESSEE, Action.Fulfil.class, IN_PROGRESS),
            line(REQUESTER, Action.Answer.class, INFO_NEEDED),
            line(REQUESTER, Action.Confirm.class, FULFILLED, DECLINED, WITHDRAWN),
            line(REQUESTER, Action.Reopen.class, FULFILLED),
            line(
                    REQUESTER,
                    Action.Withdraw.class,
                    SUBMITTED,
                    ACKNOWLEDGED,
                    ASSIGNED,
                    INFO_NEEDED,
                    POSTPONED,
                    ACCEPTED,
                    IN_PROGRESS),
            line(SERVICE, Action.Lapse.class, INFO_NEEDED, FULFILLED, DECLINED, WITHDRAWN),
            line(SERVICE, Action.Warn.class, SUBMITTED, ACKNOWLEDGED, ASSIGNED, POSTPONED),
            line(SERVICE, Action.Escalate.class, SUBMITTED, ACKNOWLEDGED, ASSIGNED, POSTPONED),
            line(
                    SERVICE,
                    Action.SetAside.class,
                    SUBMITTED,
                    ACKNOWLEDGED,
                    ASSIGNED,
                    INFO_NEEDED,
                    POSTPONED,
                    ACCEPTED,
                    IN_PROGRESS,
                    FULFILLED,
                    DECLINED,
                    WITHDRAWN,
                    CLOSED));

    private static Transition line(Actor actor, Class<? extends Action> action, RequestState... from) {
        return new Transition(actor, action, Set.of(from));
    }

    static Optional<Refusal> objection(RequestState from, Actor actor, Action action) {
        return TABLE.stream()
                .filter(line -> line.actor == actor && line.action == action.getClass())
                .findFirst()
                .map(line ->
                        line.from.contains(from) ? Optional.<Refusal>empty() : Optional.of(Refusal.NOT_IN_THIS_STATE))
                .orElse(Optional.of(Refusal.NOT_THIS_ACTOR));
    }

    /** Where an action that the table allows leads. */
    static State target(State from, Action action) {
        return switch (action) {
            case Action.Acknowledge _ -> new State.Acknowledged();
            case Action.Assign(String to) -> new State.Assigned(to);
            case Action.Ask(List<String> questions) -> new State.InfoNeeded(from, questions);
            case Action.Answer _ -> from instanceof State.InfoNeeded(State before, List<String> _) ? before : from;
            case Action.Accept(List<String> conditions) -> new State.Accepted(conditions);
            case Action.Postpone postpone -> new State.Postponed(postpone.ground(), postpone.until());
            case Action.Decline(Ground ground) -> new State.Declined(ground);
            case Action.Start _, Action.Reopen _ -> new State.InProgress();
            case Action.Fulfil(Fulfilment fulfilment) -> new State.Fulfilled(fulfilment);
            case Action.Withdraw withdraw -> new State.Withdrawn(withdraw.reason());
            case Action.Confirm _, Action.Lapse _ -> new State.Closed(from.name());
            case Action.Consult _, Action.Warn _, Action.Escalate _, Action.SetAside _ -> from;
        };
    }
}
