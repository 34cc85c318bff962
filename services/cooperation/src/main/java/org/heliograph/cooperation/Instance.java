package org.heliograph.cooperation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.heliograph.events.ReasonCode;
import org.heliograph.events.RequestKind;

/**
 * How one addressee's instance of a request stands: at the addressee, the only place where its steps are put in order;
 * at the requester, as far as steps have arrived.
 *
 * @param seq number of the last step, 0 before the first; also the version for optimistic locking
 * @param consulted legal grounds on which the requester was consulted
 * @param reopened whether it was reopened, which happens once at most
 * @param escalation 0 none, 1 unit head, 2 HQ focal point, 3 platform coordinators; an overlay, not a state
 */
public record Instance(
        RequestKind kind, State state, int seq, Set<ReasonCode> consulted, boolean reopened, int escalation) {

    public Instance {
        consulted = Set.copyOf(consulted);
    }

    /** As a request arrives: submitted, no step taken. */
    public static Instance of(RequestKind kind) {
        return new Instance(kind, new State.Submitted(), 0, Set.of(), false, 0);
    }

    /** After these steps, which are in order and without a gap. */
    public static Instance of(RequestKind kind, List<Step> steps) {
        Instance instance = of(kind);
        for (Step step : steps) {
            instance = instance.after(step);
        }
        return instance;
    }

    /** After the next step. What the table does not allow takes its number and changes nothing, on both sides alike. */
    Instance after(Step step) {
        boolean allowed = step.from() == state.name() && Transition.counts(step);
        return allowed ? taken(step) : new Instance(kind, state, step.seq(), consulted, reopened, escalation);
    }

    private Instance taken(Step step) {
        State reached = Transition.target(state, step.action());
        Set<ReasonCode> grounds = consulted;
        if (step.action() instanceof Action.Consult(Ground ground)) {
            grounds = EnumSet.of(ground.code());
            grounds.addAll(consulted);
        }
        int level = step.action() instanceof Action.Escalate escalate
                ? escalate.level()
                : Deadline.Duty.in(reached).equals(Deadline.Duty.in(state)) ? escalation : 0;
        return new Instance(
                kind, reached, step.seq(), grounds, reopened || step.action() instanceof Action.Reopen, level);
    }
}
