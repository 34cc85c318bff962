package org.heliograph.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The policy of the source tree without its quotas, and with more states, so that one dispatch can have ten recipients.
 */
final class BenchPolicy {

    private static final List<String> REAL = List.of("unodc", "iom", "xa", "xb");

    private static final List<String> MADE =
            IntStream.rangeClosed(1, 7).mapToObj("bench-%d"::formatted).toList();

    private static final Pattern QUOTA = Pattern.compile("^  (publish|read|requests): \\d+$", Pattern.MULTILINE);

    private BenchPolicy() {}

    /** So many parties that may get a {@code coop.event} of this one; UNODC is always the first. */
    static String[] recipients(String originator, int number) {
        return Stream.concat(REAL.stream(), MADE.stream())
                .filter(party -> !party.equals(originator))
                .limit(number)
                .toArray(String[]::new);
    }

    /** With the states that are made up. */
    static Path withStates(Path policy, Path folder) {
        return write(policy, folder, true);
    }

    /** With the parties of the source tree. */
    static Path asItIs(Path policy, Path folder) {
        return write(policy, folder, false);
    }

    private static Path write(Path policy, Path folder, boolean states) {
        try (Stream<Path> files = Files.list(policy)) {
            Files.createDirectories(folder);
            for (Path file : files.toList()) {
                String content = Files.readString(file);
                Files.writeString(
                        folder.resolve(file.getFileName().toString()),
                        switch (file.getFileName().toString()) {
                            case "parties.yaml" -> states ? content.stripTrailing() + "\n" + parties() : content;
                            case "events.yaml" -> states ? receivers(content) : content;
                            // What is measured is how much goes through, not how much a party is granted.
                            case "platform.yaml" -> QUOTA.matcher(content).replaceAll("  $1: 2000000000");
                            default -> content;
                        });
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String parties() {
        return MADE.stream().map("""
                          %1$s:
                            name: Made for measuring
                            kind: STATE
                            authority: %1$s
                            clearance: AMBER_STRICT
                            lanes: [OPERATIONAL, COOPERATION, KNOWLEDGE]
                            purposes: [LEGAL_COOPERATION]
                        """::formatted).collect(Collectors.joining());
    }

    private static String receivers(String events) {
        String line = "    receivers:\n";
        int event = events.indexOf("  coop.event:\n");
        int receivers = events.indexOf(line, event);
        if (event < 0 || receivers < 0) {
            throw new IllegalStateException("events.yaml: expected an event coop.event with receivers");
        }
        int place = receivers + line.length();
        return events.substring(0, place)
                + MADE.stream().map("      %s: NAMED\n"::formatted).collect(Collectors.joining())
                + events.substring(place);
    }
}
