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
import java.util.stream.Stream;
import org.heliograph.events.CoopAct;
import org.heliograph.events.RequestState;

/**
 * One line of the protocol's table: this actor may do this from these states. Whatever has no line is refused.
 *
 * <p>When both sides act at once, the order in which the addressee's instance takes the acts decides; the table then
 * holds for the second.
 */
record Transition(Actor actor, CoopAct act, Set<RequestState> from) {

    static final List<Transition> TABLE = List.of(
            line(ADDRESSEE, CoopAct.ACKNOWLEDGE, SUBMITTED),
            line(ADDRESSEE, CoopAct.ASSIGN, ACKNOWLEDGED, POSTPONED),
            line(ADDRESSEE, CoopAct.ASK, ACKNOWLEDGED, ASSIGNED, IN_PROGRESS),
            line(ADDRESSEE, CoopAct.ACCEPT, ASSIGNED),
            line(ADDRESSEE, CoopAct.POSTPONE, ASSIGNED, IN_PROGRESS),
            line(ADDRESSEE, CoopAct.CONSULT, ACKNOWLEDGED, ASSIGNED, POSTPONED, IN_PROGRESS),
            line(ADDRESSEE, CoopAct.DECLINE, ACKNOWLEDGED, ASSIGNED, POSTPONED, IN_PROGRESS),
            line(ADDRESSEE, CoopAct.START, ACCEPTED),
            line(ADDRESSEE, CoopAct.FULFIL, IN_PROGRESS),
            line(REQUESTER, CoopAct.ANSWER, INFO_NEEDED),
            line(REQUESTER, CoopAct.CONFIRM, FULFILLED, DECLINED, WITHDRAWN),
            line(REQUESTER, CoopAct.REOPEN, FULFILLED),
            line(
                    REQUESTER,
                    CoopAct.WITHDRAW,
                    SUBMITTED,
                    ACKNOWLEDGED,
                    ASSIGNED,
                    INFO_NEEDED,
                    POSTPONED,
                    ACCEPTED,
                    IN_PROGRESS),
            line(SERVICE, CoopAct.LAPSE, INFO_NEEDED, FULFILLED, DECLINED, WITHDRAWN),
            line(SERVICE, CoopAct.WARN, SUBMITTED, ACKNOWLEDGED, ASSIGNED, POSTPONED),
            line(SERVICE, CoopAct.ESCALATE, SUBMITTED, ACKNOWLEDGED, ASSIGNED, POSTPONED),
            line(
                    SERVICE,
                    CoopAct.SET_ASIDE,
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

    /** What earlier versions took: an acceptance without an assignment. It still counts, and is not taken any more. */
    private static final Transition EARLIER = line(ADDRESSEE, CoopAct.ACCEPT, ACKNOWLEDGED);

    private static Transition line(Actor actor, CoopAct act, RequestState... from) {
        return new Transition(actor, act, Set.of(from));
    }

    /** What the table lets this actor do. */
    static Stream<CoopAct> acts(RequestState from, Actor actor) {
        return TABLE.stream().filter(line -> line.allows(from, actor)).map(Transition::act);
    }

    /** Whose act it is. */
    static Actor actor(CoopAct act) {
        return TABLE.stream()
                .filter(line -> line.act == act)
                .findFirst()
                .map(Transition::actor)
                .orElseThrow(() -> new IllegalArgumentException("nobody does " + act));
    }

    /** Whether a step that was taken, by whatever version, counts. */
    static boolean counts(Step step) {
        CoopAct act = step.action().act();
        return objection(step.from(), step.actor(), act).isEmpty()
                || (EARLIER.act == act && EARLIER.allows(step.from(), step.actor()));
    }

    private boolean allows(RequestState state, Actor who) {
        return actor == who && from.contains(state);
    }

    static Optional<Refusal> objection(RequestState from, Actor actor, CoopAct act) {
        return TABLE.stream()
                .filter(line -> line.actor == actor && line.act == act)
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
