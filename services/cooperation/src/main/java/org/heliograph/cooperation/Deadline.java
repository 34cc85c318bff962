package org.heliograph.cooperation;

import java.time.Instant;
import java.util.Optional;

/** By when the addressee has to do what. */
public record Deadline(Duty duty, Instant dueAt) {

    /** What the addressee owes. */
    public enum Duty {
        /** To say that it has seen the request. */
        ACKNOWLEDGE,
        /** To accept or decline it. */
        DECIDE;

        /** What is owed in a state; nothing once it is decided. */
        static Optional<Duty> in(State state) {
            return switch (state) {
                case State.Submitted _ -> Optional.of(ACKNOWLEDGE);
                case State.Acknowledged _, State.Assigned _, State.Postponed _ -> Optional.of(DECIDE);
                case State.InfoNeeded asked -> in(asked.before());
                case State.Accepted _,
                        State.InProgress _,
                        State.Fulfilled _,
                        State.Declined _,
                        State.Withdrawn _,
                        State.Closed _ -> Optional.empty();
            };
        }
    }
}
