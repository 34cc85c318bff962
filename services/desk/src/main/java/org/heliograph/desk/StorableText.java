package org.heliograph.desk;

import org.jspecify.annotations.Nullable;

/** Text from other parties, as Postgres can hold it: it has no NUL, events may. */
public final class StorableText {

    private StorableText() {}

    /** The text with each NUL replaced by U+FFFD. */
    public static String of(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** As {@link #of}, for what may be absent. */
    public static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : of(text);
    }
}
