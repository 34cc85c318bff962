package org.heliograph.pages.design;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The words of a language. */
public final class Words {

    private final MessageSource messages;
    private final Locale locale;

    public Words(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /**
     * A text with its arguments.
     *
     * @throws org.springframework.context.NoSuchMessageException for a key that the bundles do not have
     */
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** Null for a key that the bundles do not have. */
    public @Nullable String textOrNull(String key) {
        return messages.getMessage(key, null, null, locale);
    }

    /** A word of a vocabulary; as it came, if it is of a later version. */
    public String word(String vocabulary, Object symbol) {
        String known = textOrNull(vocabulary + "." + symbol);
        return known == null ? symbol.toString() : known;
    }

    /** What a party is called; its id in capitals, if nothing else is known. */
    public String party(String id) {
        String known = textOrNull("party." + id);
        return known == null ? id.toUpperCase(Locale.ROOT) : known;
    }
}
