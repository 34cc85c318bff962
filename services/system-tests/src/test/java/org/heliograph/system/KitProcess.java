package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A kit that reads, as a process of its own; closed as an operator would end it. */
final class KitProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final Path errors;
    private final List<JsonNode> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    KitProcess(ProcessBuilder builder) {
        try {
            this.errors = Files.createTempFile("kit", ".err");
            this.process = builder.redirectError(errors.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                lines.add(JSON.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that it has told of a record so far. */
    List<JsonNode> told(String kind, String key) {
        return lines.stream()
                .filter(line -> line.path("kind").asString("").equals(kind)
                        && line.path("key").asString("").equals(key))
                .toList();
    }

    /** Waits until it tells this of the record. */
    JsonNode await(String kind, String key) {
        await(process -> !told(kind, key).isEmpty(), kind + " of " + key);
        return told(kind, key).getFirst();
    }

    void await(Predicate<KitProcess> until, String what) {
        Awaitility.await().alias(what).atMost(PATIENCE).until(() -> {
            assertThat(process.isAlive()).as("it runs, and said: %s", said()).isTrue();
            return until.test(this);
        });
    }

    /** Waits until it ends by itself. */
    int exitCode() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("it ends, and said: %s", said())
                    .isTrue();
            reader.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What it told people. */
    String said() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> lines() {
        return lines;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            exitCode();
            Files.deleteIfExists(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
