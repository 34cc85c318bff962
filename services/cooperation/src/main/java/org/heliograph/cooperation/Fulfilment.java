package org.heliograph.cooperation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heliograph.events.RequestKind;
import org.heliograph.events.requests.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What an addressee gives.
 *
 * @param whole whether it is all that was asked for
 * @param summary for people to read, not blank
 * @param results where it is to be found: events as {@code capacity.activity/<id>}, addresses of documents
 * @param counts what came of it in numbers, by what is counted
 * @param formalRequest what it prepared; null where it prepared none
 */
public record Fulfilment(
        boolean whole,
        String summary,
        List<String> results,
        SortedMap<String, Integer> counts,
        @Nullable FormalRequest formalRequest) {

    /** @throws IllegalArgumentException for a blank summary */
    public Fulfilment {
        Texts.require(summary, "a fulfilment says what was done");
        results = List.copyOf(results);
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** With results alone. */
    public Fulfilment(boolean whole, String summary, List<String> results) {
        this(whole, summary, results, new TreeMap<>(Map.of()), null);
    }

    /** What a request of this kind needs to be fulfilled and is not here; empty if it suffices. */
    public Optional<Evidence.Missing> missing(RequestKind kind) {
        return Evidence.missing(kind, results, counts.keySet(), formalRequest != null);
    }
}
