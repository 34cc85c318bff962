package org.heliograph.sharing.policy;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How an event divides into rows of the access matrix, by one enum field of its own.
 *
 * @param field name of the field beside the envelope; empty if the event has no variants
 * @param byName by name; a value that is in none of them has no terms, and nobody may send it
 */
public record Variants(String field, SortedMap<String, Variant> byName) {

    public static final Variants NONE = new Variants("", new TreeMap<>());

    public Variants {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    public boolean areNone() {
        return byName.isEmpty();
    }

    /** The variant that a value of the field belongs to. */
    public Optional<Map.Entry<String, Variant>> of(String value) {
        return byName.entrySet().stream()
                .filter(variant -> variant.getValue().values().contains(value))
                .findFirst();
    }

    /**
     * One of them.
     *
     * @param values symbols of the enum, each in one variant at most
     */
    public record Variant(SortedSet<String> values, Terms terms) {

        public Variant {
            values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
        }
    }
}
