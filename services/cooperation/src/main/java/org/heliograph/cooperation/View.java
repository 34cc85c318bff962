package org.heliograph.cooperation;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.heliograph.events.RequestKind;

/**
 * What a party knows of an addressee's instance from the steps it was told. Steps may arrive late, repeated and in any
 * order: those that were applied change nothing, those after a gap wait until it is filled.
 *
 * @param instance after the last step without a gap before it
 * @param waiting steps that came too early, by number
 */
public record View(Instance instance, NavigableMap<Integer, Step> waiting) {

    public View {
        waiting = Collections.unmodifiableNavigableMap(new TreeMap<>(waiting));
    }

    /** Of a request of which no step has arrived. */
    public static View of(RequestKind kind) {
        return new View(Instance.of(kind), Collections.emptyNavigableMap());
    }

    /** Of a request of which these steps have arrived, in any order. */
    public static View of(RequestKind kind, Collection<Step> steps) {
        View view = of(kind);
        for (Step step : steps) {
            view = view.after(step);
        }
        return view;
    }

    /** The view once the step has arrived too; the first of several steps with one number counts. */
    public View after(Step step) {
        if (step.seq() <= instance.seq() || waiting.containsKey(step.seq())) {
            return this;
        }
        NavigableMap<Integer, Step> open = new TreeMap<>(waiting);
        open.put(step.seq(), step);
        Instance reached = instance;
        for (Step next = open.remove(reached.seq() + 1); next != null; next = open.remove(reached.seq() + 1)) {
            reached = reached.after(next);
        }
        return new View(reached, open);
    }
}
