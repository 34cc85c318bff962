package org.heliograph.cooperation;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a requester knows of one addressee's instance. Steps may arrive late, repeated and in any order: those that were
 * applied change nothing, those after a gap wait until it is filled.
 *
 * @param state after the last step without a gap before it
 * @param seq number of that step; 0 before the first
 * @param waiting steps that came too early, by number
 */
public record View(State state, int seq, NavigableMap<Integer, Step> waiting) {

    public View {
        waiting = Collections.unmodifiableNavigableMap(new TreeMap<>(waiting));
    }

    /** Of a request of which no step has arrived. */
    public static View initial() {
        return new View(new State.Submitted(), 0, Collections.emptyNavigableMap());
    }

    /** Of a request of which these steps have arrived, in any order. */
    public static View of(Collection<Step> steps) {
        View view = initial();
        for (Step step : steps) {
            view = view.after(step);
        }
        return view;
    }

    /** The view once the step has arrived too; the first of several steps with one number counts. */
    public View after(Step step) {
        if (step.seq() <= seq || waiting.containsKey(step.seq())) {
            return this;
        }
        NavigableMap<Integer, Step> open = new TreeMap<>(waiting);
        open.put(step.seq(), step);
        State reached = state;
        int last = seq;
        for (Step next = open.remove(last + 1); next != null; next = open.remove(last + 1)) {
            reached = next.to();
            last = next.seq();
        }
        return new View(reached, last, open);
    }
}
