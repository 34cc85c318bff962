package org.heliograph.desk.requests;

import java.util.List;
import java.util.Objects;
import org.heliograph.cooperation.Ground;
import org.heliograph.cooperation.State;
import org.heliograph.events.ReasonCode;
import org.heliograph.events.RequestState;
import org.jspecify.annotations.Nullable;

/** What a state carries, laid flat as events and tables do. */
public record StateDetail(
        @Nullable ReasonCode reasonCode,
        @Nullable String reasonText,
        @Nullable String redirect,
        List<String> conditions) {

    private static final StateDetail NONE = new StateDetail(null, null, null, List.of());

    public StateDetail {
        conditions = List.copyOf(conditions);
    }

    /** The detail of a state. */
    public static StateDetail of(State state) {
        return switch (state) {
            case State.Submitted _, State.Acknowledged _ -> NONE;
            case State.Accepted(List<String> conditions) -> new StateDetail(null, null, null, conditions);
            case State.Declined(Ground(ReasonCode code, String text, String redirect)) ->
                new StateDetail(code, text, redirect, List.of());
            case State.Withdrawn(String reason) -> new StateDetail(null, reason, null, List.of());
        };
    }

    /** The state again; throws {@link IllegalArgumentException} where name and detail make none. */
    State state(RequestState name) {
        return switch (name) {
            case SUBMITTED -> new State.Submitted();
            case ACKNOWLEDGED -> new State.Acknowledged();
            case ACCEPTED -> new State.Accepted(conditions);
            case DECLINED -> {
                if (reasonCode == null) {
                    throw new IllegalArgumentException("declined without a reason code");
                }
                yield new State.Declined(new Ground(reasonCode, Objects.requireNonNullElse(reasonText, ""), redirect));
            }
            case WITHDRAWN -> new State.Withdrawn(reasonText);
            case ASSIGNED, INFO_NEEDED, POSTPONED, IN_PROGRESS, FULFILLED, CLOSED, UNKNOWN ->
                throw new IllegalArgumentException("a step to " + name + ", which this version does not know");
        };
    }
}
