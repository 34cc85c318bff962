package org.heliograph.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.StackException;

/** A stack in a JVM of its own, since Testcontainers looks for an engine once in a JVM. */
final class StackInContainers {

    private StackInContainers() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try {
            TestStack.start(folder.resolve("state"), Set.of(Component.POSTGRES)).close();
        } catch (StackException e) {
            Files.writeString(folder.resolve("said"), e.getMessage());
        }
    }

    /**
     * What a person is told.
     *
     * @param host of the engine
     */
    static String said(String host, Path folder) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dheliograph.backbone=containers",
                        // Testcontainers writes down there which engine it took.
                        "-Duser.home=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        StackInContainers.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(Map.of("DOCKER_HOST", host, "TESTCONTAINERS_CLIENT_PING_TIMEOUT", "1"));
        assertThat(builder.start().waitFor()).isZero();
        return Files.readString(folder.resolve("said"));
    }
}
