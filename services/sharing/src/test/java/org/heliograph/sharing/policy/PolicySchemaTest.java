package org.heliograph.sharing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.heliograph.policyfiles.PolicyFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What editors are told of the files. They find slips early; the compiler alone decides. */
class PolicySchemaTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @ParameterizedTest
    @MethodSource("files")
    void takesTheDeployedFile(String file) throws IOException {
        assertThat(problems(file, Files.readString(PolicyFiles.DEPLOYED.resolve(file))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isNamedInTheFirstLineOfItsFile(String file) throws IOException {
        assertThat(Files.readAllLines(PolicyFiles.DEPLOYED.resolve(file)).getFirst())
                .isEqualTo("# yaml-language-server: $schema=" + schemaFile(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "platform.yaml | partitions: 6 | partitions: many",
                "parties.yaml | clearance: AMBER_STRICT | clearence: AMBER_STRICT",
                "parties.yaml | kind: AGENCY | kind: AGENT",
                "events.yaml | state: PR | state: PX",
                "events.yaml | floor: GREEN | floor: PURPLE",
                "events.yaml | retention: P90D | retention: ninety days",
                "events.yaml | field: kind | feld: kind",
                "declassifiers.yaml | kind: STATUS | kind: EVERYTHING",
                "grants.yaml | grants: {} | grants: {g-1: {party: xb}}"
            })
    void findsASlip(String file, String text, String by) throws IOException {
        String content = Files.readString(PolicyFiles.DEPLOYED.resolve(file));
        assertThat(content).contains(text);

        assertThat(problems(file, content.replaceFirst(Pattern.quote(text), by)))
                .isNotEmpty();
    }

    static List<String> files() {
        return PolicyFiles.NAMES;
    }

    private static List<String> problems(String file, String content) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(PolicyFiles.DEPLOYED.resolve(schemaFile(file))), InputFormat.JSON);
        return schema.validate(YAML.readTree(content)).stream()
                .map(Object::toString)
                .toList();
    }

    private static String schemaFile(String file) {
        return "schema/" + file.replace(".yaml", ".schema.json");
    }
}
