package org.heliograph.sharing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that people read says what the policy says, of the events that are in force. */
class EventsPageTest {

    private static final Path PAGE = Path.of("../../docs/events.md");
    private static final Pattern MARKINGS = Pattern.compile("\\| `([a-z.-]+)` \\|.*\\| ([A-Z_]+ / [A-Z_]+) \\|.*");

    @Test
    void hasTheFloorAndTheDefaultOfThePolicy() throws IOException {
        Map<String, String> told = new TreeMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = MARKINGS.matcher(line);
            if (row.matches()) {
                told.put(row.group(1), row.group(2));
            }
        }

        // What the page calls "as target" has no markings of its own to compare.
        assertThat(PolicyCompiler.compile(Path.of("../../deploy/policy"))
                        .events()
                        .values())
                .isNotEmpty()
                .filteredOn(event -> !event.type().startsWith("control."))
                .allSatisfy(event ->
                        assertThat(told).containsEntry(event.type(), event.floor() + " / " + event.defaultMarking()));
    }
}
