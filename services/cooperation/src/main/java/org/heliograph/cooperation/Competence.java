package org.heliograph.cooperation;

import java.util.Optional;
import java.util.Set;
import org.heliograph.events.CoopAct;
import org.heliograph.events.ReasonCode;
import org.heliograph.events.RequestKind;

/**
 * Which kinds of request a party handles as addressee. Others reach it too (a requester may err), but all that it can
 * do then is to acknowledge them and to decline as not competent.
 */
public record Competence(Set<RequestKind> kinds) {

    public Competence {
        kinds = Set.copyOf(kinds);
    }

    /** Whether the act is left to the actor at all. */
    boolean leaves(RequestKind kind, Actor actor, CoopAct act) {
        return kinds.contains(kind) || actor != Actor.ADDRESSEE || act == CoopAct.ACKNOWLEDGE || act == CoopAct.DECLINE;
    }

    Optional<Refusal> objection(RequestKind kind, Actor actor, Action action) {
        boolean another = action instanceof Action.Decline(Ground ground)
                && ground.code() != ReasonCode.NOT_COMPETENT
                && !kinds.contains(kind);
        return another || !leaves(kind, actor, action.act()) ? Optional.of(Refusal.NOT_COMPETENT) : Optional.empty();
    }
}
