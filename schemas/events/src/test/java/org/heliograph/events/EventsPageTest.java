package org.heliograph.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that people read says what the schemas say. */
class EventsPageTest {

    private static final Path PAGE = Path.of("../../docs/events.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z.-]+)` \\| (.+) \\| (.+) \\| (.+) \\| (.+) \\| `([A-Za-z]+)` \\|");

    private record Row(String event, String markings, String personalData, String schema) {}

    @Test
    void hasOneRowForEachEventWithItsSchema() {
        List<String> events = Schemas.events().entrySet().stream()
                .map(event -> event.getKey() + " " + event.getValue().getName())
                .toList();

        assertThat(rows())
                .extracting(row -> row.event() + " " + row.schema())
                .containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void namesMarkingsThatThereAreTheDefaultNotWiderThanTheFloor() {
        assertThat(rows())
                .filteredOn(row -> !row.markings().equals("as target"))
                .allSatisfy(row -> {
                    String[] markings = row.markings().split(" / ", -1);
                    assertThat(markings).hasSize(2);
                    assertThat(Tlp.valueOf(markings[1])).isGreaterThanOrEqualTo(Tlp.valueOf(markings[0]));
                });
    }

    @Test
    void tellsPersonalDataWhereASchemaHasAFieldForThem() {
        List<String> sealed = Schemas.events().entrySet().stream()
                .filter(event ->
                        Schemas.fieldNames(event.getValue()).stream().anyMatch(name -> name.endsWith("Ciphertext")))
                .map(event -> event.getKey())
                .toList();

        assertThat(rows())
                .filteredOn(row -> !row.personalData().equals("none"))
                .allSatisfy(row -> assertThat(row.personalData()).isEqualTo("sealed"))
                .extracting(Row::event)
                .containsExactlyElementsOf(sealed);
    }

    private static List<Row> rows() {
        try (Stream<String> lines = Files.lines(PAGE)) {
            return lines.map(ROW::matcher)
                    .filter(matcher -> matcher.matches())
                    .map(found -> new Row(found.group(1), found.group(3), found.group(5), found.group(6)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
