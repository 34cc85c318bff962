package org.heliograph.cooperation;

import java.time.Instant;
import java.util.List;
import org.heliograph.events.RequestState;
import org.jspecify.annotations.Nullable;

/** Where an instance of a request stands, with what is known only there. */
public sealed interface State {

    /** The name of this state in events. */
    RequestState name();

    /** Delivered, and seen by nobody yet. */
    record Submitted() implements State {
        @Override
        public RequestState name() {
            return RequestState.SUBMITTED;
        }
    }

    /** Being looked at. */
    record Acknowledged() implements State {
        @Override
        public RequestState name() {
            return RequestState.ACKNOWLEDGED;
        }
    }

    /**
     * Somebody has it.
     *
     * @param to a desk or function
     */
    record Assigned(String to) implements State {
        @Override
        public RequestState name() {
            return RequestState.ASSIGNED;
        }
    }

    /**
     * Waits for the requester.
     *
     * @param before where it goes on once the requester has answered
     */
    record InfoNeeded(State before, List<String> questions) implements State {
        public InfoNeeded {
            questions = List.copyOf(questions);
        }

        @Override
        public RequestState name() {
            return RequestState.INFO_NEEDED;
        }
    }

    /** Taken up again later. */
    record Postponed(Ground ground, Instant until) implements State {
        @Override
        public RequestState name() {
            return RequestState.POSTPONED;
        }
    }

    /**
     * The addressee will help.
     *
     * @param conditions what it asks in return; empty for none
     */
    record Accepted(List<String> conditions) implements State {
        public Accepted {
            conditions = List.copyOf(conditions);
        }

        @Override
        public RequestState name() {
            return RequestState.ACCEPTED;
        }
    }

    /** The addressee is at it. */
    record InProgress() implements State {
        @Override
        public RequestState name() {
            return RequestState.IN_PROGRESS;
        }
    }

    /** Done, says the addressee. */
    record Fulfilled(Fulfilment fulfilment) implements State {
        @Override
        public RequestState name() {
            return RequestState.FULFILLED;
        }
    }

    /** The addressee does not help, and says why. */
    record Declined(Ground ground) implements State {
        @Override
        public RequestState name() {
            return RequestState.DECLINED;
        }
    }

    /**
     * The requester no longer asks.
     *
     * @param reason null when none was given
     */
    record Withdrawn(@Nullable String reason) implements State {
        @Override
        public RequestState name() {
            return RequestState.WITHDRAWN;
        }
    }

    /**
     * Nothing more happens.
     *
     * @param last the state that was closed
     */
    record Closed(RequestState last) implements State {
        @Override
        public RequestState name() {
            return RequestState.CLOSED;
        }
    }
}
