package org.heliograph.operations.redelivery;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a command would ask of the gate, and what the gate would say if it were asked now. Figures leave out what
 * protection parties sent: how many there are of it is content.
 *
 * @param id of exactly these dispatches for this party; the same as long as the same would be asked for
 * @param policyVersion by which it was judged
 * @param offers dispatches that would be judged again
 * @param released of them, those of which the party would get a copy
 * @param types figures for each type of event, by its name
 * @param refused of the others, how many by which rule; {@link #UNKNOWN} where the audit does not hold what is needed
 */
public record RedeliveryPlan(
        String id,
        String party,
        Instant from,
        Instant to,
        String policyVersion,
        long offers,
        long released,
        List<OfType> types,
        SortedMap<String, Long> refused) {

    /** Only the gate can tell. */
    public static final String UNKNOWN = "UNKNOWN";

    public RedeliveryPlan {
        types = List.copyOf(types);
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }

    /**
     * Figures of one type of event.
     *
     * @param released of the offers, those of which the party would get a copy
     */
    public record OfType(String eventType, long offers, long released) {}
}
