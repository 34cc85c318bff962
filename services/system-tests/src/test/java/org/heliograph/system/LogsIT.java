package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What our processes log can be read by programs, line by line. */
@HeliographStack
class LogsIT {

    /** What a JVM says before or beside the application in it. */
    private static final Pattern OF_THE_JVM = Pattern.compile("(WARNING: |OpenJDK |\\[\\d).*");

    private final Stack stack;
    private final JsonMapper json = new JsonMapper();

    LogsIT(Stack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @EnumSource(names = {"IDENTITY", "OPERATIONS", "GATE", "IOM", "UNODC", "XA", "XB"})
    void haveAnObjectOnEachLineWithTimeLevelAndMessage(Component component) throws IOException {
        List<String> lines = wholeLines(component);

        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            assertThatCode(() -> json.readTree(line)).doesNotThrowAnyException();
            JsonNode entry = json.readTree(line);
            assertThat(List.of("@timestamp", "level", "logger_name", "message")).allMatch(entry::hasNonNull);
        });
    }

    // The last one may be being written.
    private List<String> wholeLines(Component component) throws IOException {
        String text = Files.readString(stack.state().log(component));
        try (Stream<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines()) {
            return lines.filter(line -> !OF_THE_JVM.matcher(line).matches()).toList();
        }
    }
}
