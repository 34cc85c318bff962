package org.heliograph.operations.redelivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far the gate has come with a command, by its audit. Figures leave out what protection parties sent.
 *
 * @param command id that was given to it
 * @param operator who asked
 * @param of dispatches that are to be judged again
 * @param judged of them, those that are
 * @param released of these, those of which the party got a copy
 * @param refused of these, how many were refused, by rule
 */
public record RedeliveryProgress(
        String command,
        String party,
        String operator,
        String reason,
        long of,
        long judged,
        long released,
        SortedMap<String, Long> refused) {

    public RedeliveryProgress {
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }

    /** Whether nothing is left to be judged. */
    @JsonProperty("done")
    public boolean done() {
        return judged >= of;
    }
}
