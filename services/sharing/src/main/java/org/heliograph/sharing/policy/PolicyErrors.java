package org.heliograph.sharing.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** All that is wrong with the files of a policy, in the order of files and lines. */
final class PolicyErrors {

    private record Fault(int file, int line, String text) {}

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    private final List<String> files = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    void add(String file, int line, String place, Object found, String expected) {
        add(file, line, "%s:%d: %s: found %s, expected %s".formatted(file, line, place, found, expected));
    }

    /** A fault of a whole file. */
    void add(String file, String text) {
        add(file, 0, file + ": " + text);
    }

    private void add(String file, int line, String text) {
        if (!files.contains(file)) {
            files.add(file);
        }
        faults.add(new Fault(files.indexOf(file), line, oneLine(text)));
    }

    /** What a file says may have line breaks in it, which would look like the next error. */
    private static String oneLine(String text) {
        return UNPRINTABLE
                .matcher(text)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }

    /** Files are ordered as they are read. */
    void begin(String file) {
        files.add(file);
    }

    int count() {
        return faults.size();
    }

    List<String> all() {
        return faults.stream()
                .sorted(Comparator.comparingInt(Fault::file).thenComparingInt(Fault::line))
                .map(Fault::text)
                .toList();
    }
}
