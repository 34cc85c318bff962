package org.heliograph.cooperation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants to do with an instance of a request; {@link Protocol} says whether it may. */
public sealed interface Action {

    /** The request was seen and is being looked at; promises nothing. */
    record Acknowledge() implements Action {}

    /**
     * The addressee will help.
     *
     * @param conditions what it asks in return, in its order; empty for none (UNTOC 18(26))
     */
    record Accept(List<String> conditions) implements Action {
        public Accept {
            conditions = List.copyOf(conditions);
        }
    }

    /** The addressee will not help; not to be had without a ground (UNTOC 18(23)). */
    record Decline(Ground ground) implements Action {}

    /**
     * The requester no longer asks.
     *
     * @param reason for people to read; null when none was given
     */
    record Withdraw(@Nullable String reason) implements Action {}
}
