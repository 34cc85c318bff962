package org.heliograph.cooperation;

import org.heliograph.events.RequestKind;

/**
 * An addressee's own instance of a request: the only place where its steps are put in order.
 *
 * @param seq number of the last step, 0 before the first; also the version for optimistic locking
 */
public record Instance(RequestKind kind, State state, int seq) {

    /** As a request arrives: submitted, no step taken. */
    public static Instance of(RequestKind kind) {
        return new Instance(kind, new State.Submitted(), 0);
    }
}
