package org.heliograph.cooperation;

import java.time.Instant;
import org.heliograph.events.RequestState;

/**
 * A numbered step of one addressee's instance.
 *
 * @param seq from 1 without gaps for each addressee of a request
 * @param from the state before
 * @param to the state after; the same where nothing moved
 * @param actor whose action it was; the addressee's instance numbered it either way
 * @param at when the addressee's instance took it, by its clock
 */
public record Step(int seq, RequestState from, Action action, RequestState to, Actor actor, Instant at) {

    /** @throws IllegalArgumentException for a number below 1 */
    public Step {
        if (seq < 1) {
            throw new IllegalArgumentException("steps are numbered from 1, not " + seq);
        }
    }
}
