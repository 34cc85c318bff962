package org.heliograph.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;

/** The control plane as a process, with made-up events on its class path. */
final class ScaleOperations implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long LOOK_EVERY_MILLIS = 100;

    private final Stack stack;
    private final Process process;
    private final Path log;

    private ScaleOperations(Stack stack, Process process, Path log) {
        this.stack = stack;
        this.process = process;
        this.log = log;
    }

    /** @param more settings, as on a command line */
    static ScaleOperations start(
            Stack stack, Path folder, int heapMebibytes, Path policy, Path keys, Path classes, String... more)
            throws IOException {
        String home = System.getProperty("heliograph.home");
        Path settings = folder.resolve("operations.properties");
        List<String> lines = new ArrayList<>();
        Map<String, String> own = new TreeMap<>(stack.operationsSettings());
        own.put("heliograph.policy.directory", policy.toString());
        own.put("heliograph.policy.keys-directory", keys.toString());
        own.forEach((name, value) -> lines.add(name + "=" + value));
        Files.write(settings, lines);
        Path log = folder.resolve("operations.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMebibytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=" + stack.tokenUri() + "," + stack.jwksUri(),
                "-cp",
                classes + ":" + Path.of(home, "apps", "operations", "operations.jar"),
                "org.heliograph.operations.OperationsApplication",
                "--spring.config.additional-location=file:" + settings));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        // For whoever presses Ctrl-C.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-operations"));
        return new ScaleOperations(stack, process, log);
    }

    long pid() {
        return process.pid();
    }

    /** Waits until the policy is applied. */
    void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new IllegalStateException("operations is not ready: " + Files.readString(log));
            }
        }
    }

    private boolean isReady() {
        try {
            var connection = (HttpURLConnection) stack.url(Port.OPERATIONS, "/actuator/health/readiness")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
