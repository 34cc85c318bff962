package org.heliograph.cooperation;

import static org.heliograph.cooperation.Actor.ADDRESSEE;
import static org.heliograph.cooperation.Actor.REQUESTER;
import static org.heliograph.events.RequestState.ACCEPTED;
import static org.heliograph.events.RequestState.ACKNOWLEDGED;
import static org.heliograph.events.RequestState.SUBMITTED;

import java.util.List;
import java.util.Optional;
import org.heliograph.events.RequestState;

/**
 * One line of the protocol's table: in this state, this actor may do this. Whatever has no line is refused.
 *
 * <p>When both sides act at once, the order in which the addressee's instance takes the acts decides; the table then
 * holds for the second.
 */
record Transition(RequestState from, Actor actor, Class<? extends Action> action) {

    static final List<Transition> TABLE = List.of(
            new Transition(SUBMITTED, ADDRESSEE, Action.Acknowledge.class),
            new Transition(SUBMITTED, REQUESTER, Action.Withdraw.class),
            new Transition(ACKNOWLEDGED, ADDRESSEE, Action.Accept.class),
            new Transition(ACKNOWLEDGED, ADDRESSEE, Action.Decline.class),
            new Transition(ACKNOWLEDGED, REQUESTER, Action.Withdraw.class),
            new Transition(ACCEPTED, REQUESTER, Action.Withdraw.class));

    static Optional<Refusal> objection(RequestState from, Actor actor, Action action) {
        if (TABLE.contains(new Transition(from, actor, action.getClass()))) {
            return Optional.empty();
        }
        boolean neverThisActors =
                TABLE.stream().noneMatch(line -> line.actor == actor && line.action == action.getClass());
        return Optional.of(neverThisActors ? Refusal.NOT_THIS_ACTOR : Refusal.NOT_IN_THIS_STATE);
    }

    /** Where an action leads; it depends on nothing but the action so far. */
    static State target(Action action) {
        return switch (action) {
            case Action.Acknowledge _ -> new State.Acknowledged();
            case Action.Accept accept -> new State.Accepted(accept.conditions());
            case Action.Decline decline -> new State.Declined(decline.ground());
            case Action.Withdraw withdraw -> new State.Withdrawn(withdraw.reason());
        };
    }
}
