package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the runbook tells somebody to type who does not know Heliograph works as it stands there. */
@HeliographStack
class FirstHourIT {

    private static final Path RUNBOOK = Path.of("../../docs/runbooks/first-hour.md");
    private static final String LAUNCHER = "./heliograph ";

    private final Stack stack;

    FirstHourIT(Stack stack) {
        this.stack = stack;
    }

    static List<String> commands() {
        try {
            List<String> commands = Files.readAllLines(RUNBOOK).stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith(LAUNCHER))
                    .toList();
            assertThat(commands).hasSizeGreaterThan(5);
            return commands;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachCommandSaysWhatItIsThereFor(String command) {
        Said said = Said.by(stack, command.substring(LAUNCHER.length()).split(" ", -1));

        // A reader that another test left behind is no fault of the command.
        assertThat(said.code()).as(said.text()).isBetween(0, command.endsWith(" lag") ? 1 : 0);
        assertThat(said.text()).isNotBlank().doesNotContain("Usage: ./heliograph");
        assertThat(said.text().lines()).noneMatch(line -> line.startsWith("heliograph: "));
    }
}
