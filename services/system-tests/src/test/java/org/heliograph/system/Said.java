package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.heliograph.standalone.Stack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command said that somebody typed, and how it ended.
 *
 * @param out what it was asked for
 * @param err what it tells beside that, such as how far it is
 */
public record Said(int code, String out, String err) {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    /** All of it. */
    public String text() {
        return out + err;
    }

    /** What it was asked for, of a command that succeeded. */
    public JsonNode json() {
        assertThat(code).as(text()).isZero();
        return new JsonMapper().readTree(out);
    }

    public static Said by(Stack stack, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(ROOT.resolve("heliograph").toString()));
        command.addAll(List.of(arguments));
        try {
            // What runs here was built a moment ago; without the mark the launcher would build again.
            Files.writeString(ROOT.resolve("services/standalone/target/built"), "");
            Path out = Files.createTempFile("said", ".out");
            Path err = Files.createTempFile("said", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().put("HELIOGRAPH_STATE", stack.state().root().toString());
            Process process = builder.start();
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("%s ends", command)
                    .isTrue();
            Said said = new Said(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
