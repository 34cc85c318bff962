package org.heliograph.iom.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {

    @Test
    void readsTheFieldsThatAreNeededAndNoOthers() throws Exception {
        assertThat(rows("[{\"web_id\": \"A1\", \"number_dead\": 3, \"url\": \"https://example.org\", \"extra\": [{}],"
                        + " \"number_missing\": null}, {}]"))
                .containsExactly(new RawRow(1, Map.of("web_id", "A1", "number_dead", "3")), new RawRow(2, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                     | An array of rows is expected at line 1, column 1",
                "                                       | The file ends at line 1, column 1",
                "[ 3 ]                                  | An object is expected at line 1, column 3, as row 1",
                "[{\"web_id\": \"A1\"}, {\"web_id\": ]  | Not JSON at line 1, column 31, in or after row 2",
                "[{\"web_id\": \"A1\"}                  | row 1",
                "[{\"web_id\": \"A1                     | row 1",
                "[{\"web_id\": [\"A1\"]}]               | Row 1 at line 1, column 13: web_id is no plain value",
                "[{\"web_id\": \"A\", \"web_id\": \"B\"}] | Not JSON at line 1",
                "[] []                                  | Something follows the array at line 1, column 4",
                "[{\"x\":[[[[[[[[[[[[]]]]]]]]]]]]}]     | the nesting deeper than 10"
            })
    void saysWhatIsWrongAndWhere(String text, String problem) {
        assertThatThrownBy(() -> rows(text == null ? "" : text))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void refusesTextsWithoutEnd() {
        assertThatThrownBy(() -> rows("[{\"web_id\": \"" + "x".repeat(RowReader.MAX_TEXT + 10_000) + "\"}]"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("Row 1")
                .hasMessageContaining("longer than 20000 characters");
    }

    @Test
    void refusesMoreRowsThanItTakes() {
        assertThatThrownBy(() -> RowReader.read(endless(), row -> {}))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("More than 100000 rows; send them as several files");
    }

    @Test
    void handsOverEachRowBeforeItReadsFarAhead() {
        List<Long> seen = new ArrayList<>();

        assertThatThrownBy(() -> RowReader.read(endless(), row -> {
                    seen.add(row.number());
                    if (row.number() == 3) {
                        throw new IllegalArgumentException("enough");
                    }
                }))
                .hasMessage("enough");
        assertThat(seen).containsExactly(1L, 2L, 3L);
    }

    @Test
    void tellsAFailingSourceFromABadFile() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream("[{".getBytes(StandardCharsets.UTF_8)), new FailingStream());

        assertThatThrownBy(() -> RowReader.read(broken, row -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("the line is cut");
    }

    private static List<RawRow> rows(String text) throws Exception {
        List<RawRow> rows = new ArrayList<>();
        RowReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), rows::add);
        return rows;
    }

    private static InputStream endless() {
        Enumeration<InputStream> parts = Collections.enumeration(IntStream.range(0, RowReader.MAX_ROWS + 2)
                .<InputStream>mapToObj(number ->
                        new ByteArrayInputStream((number == 0 ? "[{}" : ",{}").getBytes(StandardCharsets.UTF_8)))
                .toList());
        return new SequenceInputStream(parts);
    }

    private static final class FailingStream extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("the line is cut");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("the line is cut");
        }
    }
}
