package org.heliograph.cooperation;

import java.util.Optional;
import java.util.Set;
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

    Optional<Refusal> objection(RequestKind kind, Actor actor, Action action) {
        if (kinds.contains(kind) || actor != Actor.ADDRESSEE) {
            return Optional.empty();
        }
        return switch (action) {
            case Action.Acknowledge _ -> Optional.empty();
            case Action.Decline(Ground ground) when ground.code() == ReasonCode.NOT_COMPETENT -> Optional.empty();
            default -> Optional.of(Refusal.NOT_COMPETENT);
        };
    }
}
