package org.heliograph.desk.requests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the file of holidays: an ISO date and a name on each line; blank lines and those that begin with # say nothing.
 */
final class Holidays {

    private Holidays() {}

    /** @throws IllegalArgumentException naming the property and the line, if the file cannot be read */
    static Set<LocalDate> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("heliograph.clocks.holidays: cannot read " + file, e);
        }
        Set<LocalDate> days = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                days.add(day(line, file, i + 1));
            }
        }
        return days;
    }

    private static LocalDate day(String line, Path file, int number) {
        String[] parts = line.split("\\s+", 2);
        try {
            if (parts.length == 2) {
                return LocalDate.parse(parts[0]);
            }
        } catch (DateTimeParseException e) {
            throw unreadable(line, file, number);
        }
        throw unreadable(line, file, number);
    }

    private static IllegalArgumentException unreadable(String line, Path file, int number) {
        return new IllegalArgumentException(
                "heliograph.clocks.holidays: line %d of %s is \"%s\", expected a date and a name: 2026-12-25 Christmas"
                        .formatted(number, file, line));
    }
}
