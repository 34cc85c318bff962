package org.heliograph.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events live for years in topics and archives: every version reads, and is read by, every other. */
class CompatibilityTest {

    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final List<Schema> CURRENT = Schemas.all();

    @ParameterizedTest
    @MethodSource("released")
    void readsWhatAReleasedVersionWrote(Path version) {
        assertReads(current(version), parsed(version));
    }

    @ParameterizedTest
    @MethodSource("released")
    void isReadByEachReleasedVersion(Path version) {
        assertReads(parsed(version), current(version));
    }

    @Test
    void keepsAReleasedVersionOfEverySchema() {
        assertThat(CURRENT)
                .allSatisfy(schema -> assertThat(
                                RELEASED.resolve(schema.getFullName()).resolve("1.avsc"))
                        .exists());
    }

    @Test
    void noticesAVersionThatCannotBeRead() {
        Schema other = new SchemaParser()
                .parse(Objects.requireNonNull(Dispatch.getClassSchema().toString())
                        .replace("\"signature\"", "\"seal\""))
                .mainSchema();

        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(other, Dispatch.getClassSchema())
                        .getType())
                .isEqualTo(SchemaCompatibilityType.INCOMPATIBLE);
    }

    static Stream<Path> released() {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertReads(Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);

        assertThat(result.getType()).as(result.getDescription()).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    private static Schema current(Path version) {
        String name = version.getName(version.getNameCount() - 2).toString();
        return CURRENT.stream()
                .filter(schema -> schema.getFullName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Schema parsed(Path version) {
        try {
            return new SchemaParser().parse(version).mainSchema();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
