package org.heliograph.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The control plane as it runs in the stack, but with a policy of the test. */
public final class OperationsProcess implements AutoCloseable {

    private static final Path BUILD =
            Path.of("../standalone/target").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final Stack stack;
    private final Process process;
    private final Path log;
    private final HttpClient http = HttpClient.newHttpClient();

    private OperationsProcess(Stack stack, Process process, Path log) {
        this.stack = stack;
        this.process = process;
        this.log = log;
    }

    /** Applies as one operator and, where that is needed, approves as the other. */
    public static JsonNode apply(Stack stack, Map<String, ?> wish) {
        try (OperationsDesk desk = new OperationsDesk(stack, "duty-operator");
                OperationsDesk second = new OperationsDesk(stack, "second-operator")) {
            Map<String, Object> asked = new HashMap<>(wish);
            asked.put("reason", "a test");
            JsonNode outcome = desk.post("/api/policy/apply", asked);
            return outcome.path("result").asString("").equals("PROPOSED")
                    ? second.post(
                            "/api/policy/plans/"
                                    + outcome.path("plan").path("id").asString("") + "/approval",
                            Map.of("reason", "seen"))
                    : outcome;
        }
    }

    static OperationsProcess start(Stack stack, Path policy, Path keys, String... more) {
        try {
            Path log = Files.createTempFile(policy, "operations", ".log");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx192m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:SharedArchiveFile=" + BUILD.resolve("operations.jsa"),
                    "-Xlog:cds=off",
                    "-jar",
                    BUILD.resolve("apps/operations/operations.jar").toString(),
                    "--spring.config.additional-location=file:"
                            + stack.state().config().resolve("operations.properties"),
                    "--heliograph.policy.directory=" + policy,
                    "--heliograph.policy.keys-directory=" + keys,
                    "--heliograph.drift.every=1s"));
            command.addAll(List.of(more));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new OperationsProcess(stack, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    OperationsProcess awaitReady() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(process.isAlive()).as("%s", this).isTrue();
            assertThat(readiness()).isEqualTo(200);
        });
        return this;
    }

    /** Waits until it says so itself. */
    void awaitLog(String text) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(output()).contains(text));
    }

    int readiness() {
        return get("/actuator/health/readiness", "").statusCode();
    }

    HttpResponse<String> get(String path, String token) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(stack.url(Port.OPERATIONS, path));
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What it says, as it says it; each line of the log has it as JSON. */
    String output() {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(OperationsProcess::said).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String said(String line) {
        // What a JVM says for itself is not, and the last line may be half there.
        if (!line.startsWith("{") || !line.endsWith("}")) {
            return line;
        }
        JsonNode entry = JSON.readTree(line);
        return entry.path("message").asString() + " "
                + entry.path("stack_trace").asString();
    }

    @Override
    public String toString() {
        return output();
    }

    @Override
    public void close() {
        http.shutdownNow();
        process.destroy();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }
}
