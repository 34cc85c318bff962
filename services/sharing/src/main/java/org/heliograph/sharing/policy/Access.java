package org.heliograph.sharing.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One cell of the access matrix: letters, each perhaps narrowed by a qualifier. Written as {@code PR}, {@code P own A},
 * {@code P legal R}, {@code own} or {@code -}.
 *
 * @param letters in the order of {@link Letter}
 */
public record Access(Map<Letter, Optional<Qualifier>> letters) {

    public static final Access NONE = new Access(Map.of());

    public Access {
        Map<Letter, Optional<Qualifier>> ordered = new EnumMap<>(Letter.class);
        ordered.putAll(letters);
        letters = Collections.unmodifiableMap(ordered);
    }

    /**
     * Reads a cell.
     *
     * @throws IllegalArgumentException if it is none
     */
    @JsonCreator
    public static Access of(String text) {
        return AccessText.read(text);
    }

    public boolean has(Letter letter) {
        return letters.containsKey(letter);
    }

    /** Whether it has any of the letters. */
    public boolean hasAny(Set<Letter> any) {
        return any.stream().anyMatch(this::has);
    }

    public Optional<Qualifier> qualifier(Letter letter) {
        return letters.getOrDefault(letter, Optional.empty());
    }

    /** The letters that pass, with their qualifiers. */
    Access only(Predicate<Letter> passes) {
        Map<Letter, Optional<Qualifier>> some = new EnumMap<>(Letter.class);
        some.putAll(letters);
        some.keySet().removeIf(passes.negate());
        return new Access(some);
    }

    /** The cell as it is written; the same access always gives the same text. */
    @JsonValue
    public String text() {
        return AccessText.write(this);
    }

    @Override
    public String toString() {
        return text();
    }
}
