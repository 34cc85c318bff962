package org.heliograph.cooperation;

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
     * The addressee helps.
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
}
