package org.heliograph.iom.research;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Reads one row after the other and holds one at a time, however long the file is. */
final class RowReader {

    static final int MAX_ROWS = 100_000;
    static final int MAX_TEXT = 20_000;
    static final int MAX_NESTING = 10;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_TEXT)
                    .maxNameLength(200)
                    .maxNumberLength(40)
                    .maxNestingDepth(MAX_NESTING)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private RowReader() {}

    /** Takes a row; what it throws ends the reading. */
    interface RowTaker {
        void take(RawRow row);
    }

    /**
     * Reads to the end.
     *
     * @throws MalformedFileException if it is no JSON array of objects, or larger in some way than is taken
     * @throws IOException if the source cannot be read on
     */
    static void read(InputStream source, RowTaker taker) throws MalformedFileException, IOException {
        long row = 0;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), source)) {
            expect(parser, parser.nextToken(), JsonToken.START_ARRAY, row, "an array of rows");
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                row++;
                if (row > MAX_ROWS) {
                    throw new MalformedFileException("More than " + MAX_ROWS + " rows; send them as several files");
                }
                expect(parser, parser.currentToken(), JsonToken.START_OBJECT, row, "an object");
                taker.take(new RawRow(row, fields(parser, row)));
            }
            if (parser.nextToken() != null) {
                throw new MalformedFileException("Something follows the array" + at(parser.currentTokenLocation()));
            }
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (StreamConstraintsException e) {
            throw new MalformedFileException(
                    "Row %d%s: a text is longer than %d characters, or the nesting deeper than %d"
                            .formatted(Math.max(1, row), at(e.getLocation()), MAX_TEXT, MAX_NESTING));
        } catch (StreamReadException e) {
            throw new MalformedFileException("Not JSON%s, in or after row %d".formatted(at(e.getLocation()), row));
        }
    }

    private static Map<String, String> fields(JsonParser parser, long row) throws MalformedFileException {
        Map<String, String> fields = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!RawRow.KNOWN.contains(name)) {
                parser.skipChildren();
            } else if (value.isStructStart()) {
                throw new MalformedFileException(
                        "Row %d%s: %s is no plain value".formatted(row, at(parser.currentTokenLocation()), name));
            } else if (value != JsonToken.VALUE_NULL) {
                fields.put(name, parser.getString());
            }
        }
        return fields;
    }

    private static void expect(JsonParser parser, JsonToken token, JsonToken expected, long row, String words)
            throws MalformedFileException {
        if (token == null) {
            throw new MalformedFileException("The file ends" + at(parser.currentLocation()) + " where " + words
                    + " is expected" + (row == 0 ? "" : ", in row " + row));
        }
        if (token != expected) {
            throw new MalformedFileException("%s is expected%s%s"
                    .formatted(
                            words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
                            at(parser.currentTokenLocation()),
                            row == 0 ? "" : ", as row " + row));
        }
    }

    private static String at(TokenStreamLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
