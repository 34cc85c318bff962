package org.heliograph.desk.requests;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are wanted.
 *
 * @param direction null wants both
 * @param states over all addressees; empty wants any
 * @param kind null wants any
 * @param text beginnings of words that the reference or the subject has, all of them; null wants any
 */
public record RequestFilter(
        @Nullable Direction direction,
        List<RequestState> states,
        @Nullable RequestKind kind,
        @Nullable String text) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST_WORDS = 10;

    public RequestFilter {
        states = List.copyOf(states);
    }

    /** Any text. */
    public RequestFilter(@Nullable Direction direction, List<RequestState> states) {
        this(direction, states, null, null);
    }

    /** As Postgres asks for it; empty wants any. */
    String words() {
        return text == null
                ? ""
                : BETWEEN_WORDS
                        .splitAsStream(text.toLowerCase(Locale.ROOT))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST_WORDS)
                        .map(word -> word + ":*")
                        .collect(Collectors.joining(" & "));
    }
}
