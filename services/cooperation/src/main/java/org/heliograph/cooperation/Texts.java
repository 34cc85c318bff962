package org.heliograph.cooperation;

import java.util.List;

/** What people have to fill in. */
final class Texts {

    private Texts() {}

    static void require(String text, String otherwise) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    static List<String> required(List<String> texts, String otherwise) {
        if (texts.isEmpty() || texts.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(otherwise);
        }
        return List.copyOf(texts);
    }
}
