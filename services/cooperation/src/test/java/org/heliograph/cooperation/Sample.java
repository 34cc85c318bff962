package org.heliograph.cooperation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heliograph.events.ReasonCode;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;

/** One of each state and action. */
final class Sample {

    static final Ground NO_CAPACITY = new Ground(ReasonCode.NO_CAPACITY, "No free lawyer before March", null);

    /** Enough for research data and for advice on laws. */
    static final String OBSERVATION = "research.observation/00000000-0000-0000-0000-000000000001";

    private static final Instant MARCH = Instant.parse("2027-03-01T00:00:00Z");

    static final List<State> STATES = List.of(
            new State.Submitted(),
            new State.Acknowledged(),
            new State.Assigned("legal desk"),
            new State.InfoNeeded(new State.Assigned("legal desk"), List.of("Which article?")),
            new State.Postponed(NO_CAPACITY, MARCH),
            new State.Accepted(List.of()),
            new State.InProgress(),
            new State.Fulfilled(new Fulfilment(true, "advice given", List.of())),
            new State.Declined(NO_CAPACITY),
            new State.Withdrawn(null),
            new State.Closed(RequestState.FULFILLED));

    private Sample() {}

    static List<Action> actions(Instant now) {
        Deadline deadline = new Deadline(Deadline.Duty.DECIDE, now);
        return List.of(
                new Action.Acknowledge(),
                new Action.Assign("legal desk"),
                new Action.Ask(List.of("Which article?")),
                new Action.Answer("Article 6"),
                new Action.Accept(List.of("in English")),
                new Action.Postpone(NO_CAPACITY, now.plus(Duration.ofDays(30))),
                new Action.Consult(new Ground(ReasonCode.NOT_IN_CONFORMITY, "the form lacks a seal", null)),
                new Action.Decline(NO_CAPACITY),
                new Action.Start(),
                new Action.Fulfil(new Fulfilment(false, "half of it", List.of(OBSERVATION))),
                new Action.Confirm(),
                new Action.Reopen("the annex is missing"),
                new Action.Withdraw("solved at home"),
                new Action.Lapse(),
                new Action.Warn(deadline),
                new Action.Escalate(deadline, 1),
                new Action.SetAside(new UUID(0, 1), Refusal.NOT_IN_THIS_STATE));
    }

    static Instance instance(RequestKind kind, State state, int seq) {
        return new Instance(kind, state, seq, Set.of(), false, 0);
    }
}
