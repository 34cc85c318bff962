package org.heliograph.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;

/** The service of XA on a machine whose clock is wrong, in place of the stack's own, until it is closed. */
final class SkewedService implements AutoCloseable {

    private static final Component XA = Component.XA;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stack stack;
    private final Process process;

    private SkewedService(Stack stack, Process process) {
        this.stack = stack;
        this.process = process;
    }

    /** The library that changes what a process takes for the time, where it is installed. */
    static Optional<Path> library() {
        return Stream.of("/usr/lib", "/usr/lib64", "/usr/local/lib")
                .map(Path::of)
                .flatMap(SkewedService::libraries)
                .findFirst();
    }

    private static Stream<Path> libraries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        // For programs of many threads; Debian has it in /usr/lib/<architecture>/faketime.
        try (Stream<Path> found =
                Files.find(folder, 3, (path, kind) -> path.endsWith(Path.of("faketime", "libfaketimeMT.so.1")))) {
            return found.toList().stream();
        } catch (IOException | UncheckedIOException unreadable) {
            return Stream.empty();
        }
    }

    /** Takes the place of the stack's service; its clock is off by this much, as {@code -5h}. */
    static SkewedService start(Stack stack, Path library, String offset) {
        stack.stop(XA);
        SkewedService service;
        try {
            service = new SkewedService(stack, launch(stack, library, offset));
        } catch (IOException e) {
            stack.start(XA);
            throw new UncheckedIOException(e);
        }
        try {
            service.awaitReady();
        } catch (RuntimeException | AssertionError e) {
            service.close();
            throw e;
        }
        return service;
    }

    private static Process launch(Stack stack, Path library, String offset) throws IOException {
        Path config = stack.state().config().resolve("xa.properties");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                application().toString(),
                "--spring.config.additional-location=file:" + config);
        builder.environment().put("LD_PRELOAD", library.toString());
        builder.environment().put("FAKETIME", offset);
        // A wrong clock still goes at the right speed, and timeouts do not count by it.
        builder.environment().put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        builder.environment().put("FAKETIME_DISABLE_SHM", "1");
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                Path.of("target", "xa-skewed.log").toFile()));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-skewed-service"));
        return process;
    }

    private static Path application() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("..", "liaison", "target"))) {
            return jars.filter(jar -> jar.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void awaitReady() {
        URI readiness = stack.url(Port.XA, "/actuator/health/readiness");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(readiness)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            await("the service with a wrong clock is ready")
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode())
                            .isEqualTo(200));
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
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        stack.start(XA);
    }
}
