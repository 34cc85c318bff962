package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.heliograph.operations.OperationsProcess;
import org.heliograph.standalone.Stack;
import tools.jackson.databind.JsonNode;

/** Two operators at their commands, with a copy of the deployed policy; what they changed is set back at the end. */
final class Operators implements AutoCloseable {

    private final Stack stack;
    private final Path folder;

    Operators(Stack stack) {
        this.stack = stack;
        try {
            folder = Files.createTempDirectory(Path.of("target"), "operators").toAbsolutePath();
            try (Stream<Path> files = Files.list(stack.policy())) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                    Files.copy(file, folder.resolve(String.valueOf(file.getFileName())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the command says of a change that operations took. */
    JsonNode change(String... command) {
        return say(command).json();
    }

    Said say(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--dir", folder.toString(), "--reason", "a test", "--format", "json"));
        return Said.by(stack, arguments.toArray(String[]::new));
    }

    /** A change that widens: proposed by one operator, approved by the other. */
    JsonNode changeOfTwo(String... command) {
        JsonNode proposed = change(command);
        assertThat(result(proposed)).isEqualTo("PROPOSED");
        approve(proposed);
        return proposed;
    }

    void approve(JsonNode proposed) {
        String plan = proposed.at("/outcome/plan/id").asString("");
        assertThat(Said.by(stack, "policy", "approve", plan, "--reason", "seen").code())
                .isZero();
    }

    static String result(JsonNode change) {
        return change.at("/outcome/result").asString("");
    }

    String parties() {
        try {
            return Files.readString(folder.resolve("parties.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        OperationsProcess.apply(stack, Map.of());
    }
}
