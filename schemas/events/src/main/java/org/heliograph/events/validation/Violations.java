package org.heliograph.events.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects what is wrong, in the order in which it is found. */
final class Violations {

    private static final Pattern PARTY = Pattern.compile("[a-z][a-z0-9-]*");

    private final List<String> messages = new ArrayList<>();

    List<String> all() {
        return List.copyOf(messages);
    }

    void require(boolean holds, String path, String expected) {
        if (!holds) {
            messages.add("%s: expected %s".formatted(path, expected));
        }
    }

    void require(boolean holds, String path, Object found, String expected) {
        if (!holds) {
            messages.add("%s: found %s, expected %s".formatted(path, found, expected));
        }
    }

    void text(String path, String value) {
        require(!value.isBlank(), path, "a text that is not blank");
    }

    void text(String path, Optional<String> value) {
        value.ifPresent(found -> text(path, found));
    }

    void texts(String path, List<String> values) {
        values.forEach(value -> text(path, value));
    }

    void atLeastOne(String path, Collection<?> values) {
        require(!values.isEmpty(), path, "at least one");
    }

    /** Each known, and each once. */
    void vocabulary(String path, List<? extends Enum<?>> values) {
        values.forEach(value -> known(path, value));
        distinct(path, values);
    }

    void party(String path, String id) {
        require(PARTY.matcher(id).matches(), path, "the id of a party, [a-z][a-z0-9-]*");
    }

    void distinct(String path, Collection<?> values) {
        require(new HashSet<>(values).size() == values.size(), path, "each value once");
    }

    void notNegative(String path, Optional<Integer> number) {
        require(number.stream().allMatch(value -> value >= 0), path, "0 or more");
    }

    /** Holds too where either is unknown. */
    void notAbove(String path, Optional<Integer> number, String boundPath, Optional<Integer> bound) {
        if (number.isPresent() && bound.isPresent()) {
            require(number.get() <= bound.get(), path, "not above " + boundPath);
        }
    }

    /** Holds too where either is unknown. */
    <T extends Comparable<T>> void inOrder(String path, Optional<T> min, Optional<T> max) {
        if (min.isPresent() && max.isPresent()) {
            require(min.get().compareTo(max.get()) <= 0, path, "a minimum not above the maximum");
        }
    }

    /** A symbol that only a reader may put in place of one that it does not know. */
    void known(String path, Enum<?> value) {
        require(!value.name().equals("UNKNOWN"), path, "a known value; UNKNOWN is for readers of newer events");
    }
}
