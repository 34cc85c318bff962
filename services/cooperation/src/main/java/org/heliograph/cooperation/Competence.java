package org.heliograph.cooperation;

import java.util.Optional;
import java.util.Set;
import org.heliograph.events.ReasonCode;
import org.heliograph.events.RequestKind;

/**
 * Which kinds of request a party handles as addressee. Others reach it too (a requester may err), but can only be
 * acknowledged and declined as not competent, or withdrawn.
 */
public record Competence(Set<RequestKind> kinds) {

    public Competence {
        kinds = Set.copyOf(kinds);
    }

    Optional<Refusal> objection(RequestKind kind, Action action) {
        if (kinds.contains(kind)) {
            return Optional.empty();
        }
        return switch (action) {
            case Action.Acknowledge _, Action.Withdraw _ -> Optional.empty();
            case Action.Decline decline when decline.ground().code() == ReasonCode.NOT_COMPETENT -> Optional.empty();
            case Action.Accept _, Action.Decline _ -> Optional.of(Refusal.NOT_COMPETENT);
        };
    }
}
