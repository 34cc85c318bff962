package org.heliograph.sharing.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeSet;

/** Tells what was probably meant. */
final class Spelling {

    /** So many letters wrong, missing or too many are taken for a slip. */
    private static final int SLIP = 2;

    private Spelling() {}

    /** What is expected instead, the nearest first. */
    static String hint(String found, Collection<String> known) {
        String choice = "one of " + new TreeSet<>(known);
        return known.stream()
                .filter(word -> distance(found, word) <= SLIP)
                .min(Comparator.<String>comparingInt(word -> distance(found, word))
                        .thenComparing(Comparator.naturalOrder()))
                .map(word -> choice + "; did you mean " + word + "?")
                .orElse(choice);
    }

    /** How many letters must be changed, added or taken away to make one word of the other, whatever their case. */
    private static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        if (Math.abs(from.length() - to.length()) > SLIP) {
            return SLIP + 1;
        }
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
