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
 * The policy of the source tree without its quotas and field offices, and with more states, so that one dispatch can
 * have ten recipients.
 */
final class BenchPolicy {

    private static final List<String> REAL = List.of("unodc", "iom", "xa", "xb", "xc");

    private static final List<String> MADE =
            IntStream.rangeClosed(1, 7).mapToObj("bench-%d"::formatted).toList();

    private static final Pattern QUOTA = Pattern.compile("^  (publish|read|requests): \\d+$", Pattern.MULTILINE);

    private static final Pattern OFFICE =
            Pattern.compile("^  (iom|unodc)-field-[a-z]+:\\n(    .*\\n)+", Pattern.MULTILINE);

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
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file);
                Files.writeString(
                        folder.resolve(file.getFileName().toString()),
                        switch (file.getFileName().toString()) {
                            case "parties.yaml" -> {
                                // A field office gets a copy through its agency's name: one more than was asked for.
                                String without = OFFICE.matcher(content).replaceAll("");
                                yield states ? without.stripTrailing() + "\n" + parties() : without;
                            }
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

    /** In the role of a state that receives, which may be named by any request for advice. */
    private static String parties() {
        return MADE.stream().map("""
                          %1$s:
                            name: Made for measuring
                            role: receiving-state
                        """::formatted).collect(Collectors.joining());
    }
}
