package org.heliograph.sharing.policy;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a cell of the access matrix is written: letters with or without blanks between them, a qualifier behind its
 * letter.
 */
final class AccessText {

    private static final String NOTHING = "-";

    /** Which letters a qualifier may narrow; another pair has no meaning. */
    private static final Map<Qualifier, Set<Letter>> NARROWS = Map.of(
            Qualifier.OWN, Set.of(Letter.P), Qualifier.LEGAL, Set.of(Letter.P), Qualifier.CASELOAD, Set.of(Letter.A));

    private AccessText() {}

    static Access read(String text) {
        Map<Letter, Optional<Qualifier>> letters = new EnumMap<>(Letter.class);
        if (text.strip().equals(NOTHING)) {
            return Access.NONE;
        }
        @Nullable Letter last = null;
        for (String word : text.strip().split("\\s+", -1)) {
            Optional<Qualifier> qualifier = qualifier(word);
            if (qualifier.isPresent()
                    && last != null
                    && NARROWS.getOrDefault(qualifier.get(), Set.of()).contains(last)) {
                letters.put(last, qualifier);
                last = null;
            } else if (word.equals("own")) {
                put(letters, Letter.OWN, text);
                last = null;
            } else {
                for (int i = 0; i < word.length(); i++) {
                    last = letter(word.charAt(i), text);
                    put(letters, last, text);
                }
            }
        }
        if (letters.isEmpty()) {
            throw unreadable(text);
        }
        return new Access(letters);
    }

    static String write(Access access) {
        StringBuilder text = new StringBuilder();
        boolean apart = false;
        for (Map.Entry<Letter, Optional<Qualifier>> letter : access.letters().entrySet()) {
            boolean word = letter.getKey() == Letter.OWN;
            if (!text.isEmpty() && (apart || word)) {
                text.append(' ');
            }
            text.append(word ? "own" : letter.getKey().name());
            letter.getValue().ifPresent(qualifier -> text.append(' ').append(qualifier.word()));
            apart = word || letter.getValue().isPresent();
        }
        return text.isEmpty() ? NOTHING : text.toString();
    }

    private static void put(Map<Letter, Optional<Qualifier>> letters, Letter letter, String text) {
        if (letters.putIfAbsent(letter, Optional.empty()) != null) {
            throw unreadable(text);
        }
    }

    private static Optional<Qualifier> qualifier(String word) {
        for (Qualifier qualifier : Qualifier.values()) {
            if (qualifier.word().equals(word)) {
                return Optional.of(qualifier);
            }
        }
        return Optional.empty();
    }

    private static Letter letter(char letter, String text) {
        for (Letter known : Letter.values()) {
            if (known != Letter.OWN && known.name().charAt(0) == letter) {
                return known;
            }
        }
        throw unreadable(text);
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(String.format(Locale.ROOT, "no letters of the access matrix: '%s'", text));
    }
}
