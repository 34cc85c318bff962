package org.heliograph.sharing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.heliograph.policyfiles.PolicyFiles;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every error names the line. Each sample is a file of the policy by the name in front of its first dot, beside the
 * deployed others; its first lines, which begin with {@code #!}, are the errors to be told, in their order.
 */
class FaultPlacesTest {

    private static final Path SAMPLES = Path.of("src/test/resources/policy-faults");
    private static final String EXPECTED = "#! ";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("samples")
    void namesFileLineAndPlaceOfEachError(Path sample) throws IOException {
        String file = sample.getFileName().toString().replaceFirst("\\..*", ".yaml");
        String content = Files.readString(sample);
        List<String> expected = content.lines()
                .filter(line -> line.startsWith(EXPECTED))
                .map(line -> line.substring(EXPECTED.length()))
                .toList();
        new PolicyFiles(folder).write(file, content);

        InvalidPolicyException invalid =
                catchThrowableOfType(InvalidPolicyException.class, () -> PolicyCompiler.compile(folder));

        assertThat(invalid).isNotNull();
        assertThat(invalid.errors()).filteredOn(error -> error.startsWith(file)).containsExactlyElementsOf(expected);
    }

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.sorted().toList();
        }
    }
}
