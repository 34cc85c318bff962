package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.sandbox.Check;
import org.heliograph.standalone.sandbox.Limits;
import org.heliograph.standalone.sandbox.Sandbox;
import org.heliograph.standalone.sandbox.Verdict;

/**
 * Clients at which the sandbox is played, each a process of its own.
 *
 * @param folder for kits and sandboxes
 */
record SandboxClients(Stack stack, Path folder) {

    static final String READER = "xc";
    static final String INBOX = "inbox.xc.alerts";

    /**
     * What became of it.
     *
     * @param answer what the client said of itself at the end; empty if it had ended
     */
    record Outcome(Map<Check, Verdict> verdicts, String answer) {

        Set<Check> passed() {
            Set<Check> passed = EnumSet.noneOf(Check.class);
            verdicts.values().stream()
                    .filter(Verdict::isPassed)
                    .map(Verdict::check)
                    .forEach(passed::add);
            return passed;
        }
    }

    /** A kit in an empty folder, ready to run; the test is skipped where it cannot. */
    Path kit(KitRuntime runtime) {
        Path kit = folder.resolve("kit");
        Said said = Said.by(stack, "kit", READER, "--for", runtime.language(), "--out", kit.toString());
        assertThat(said.code()).as(said.text()).isZero();
        Optional<String> missing = KitBuilds.OF_THIS_RUN.prepare(runtime, kit);
        assumeTrue(missing.isEmpty(), missing.orElse(""));
        return kit;
    }

    /** One that does these things carelessly; the test is skipped where it cannot run. */
    Outcome careless(Set<Check> checks, Limits limits, String... faults) {
        Optional<String> missing = KitRuntime.PYTHON.prepare(folder.resolve("python"));
        assumeTrue(missing.isEmpty(), missing.orElse(""));
        return played(
                List.of(INBOX),
                checks,
                limits,
                data -> in(data, KitRuntime.careless(stack.clientKits().resolve("python"), faults)));
    }

    /** @param client starts it, given the folder with its data */
    Outcome played(List<String> topics, Set<Check> checks, Limits limits, Function<Path, ProcessBuilder> client) {
        int port = freePort();
        try (Sandbox sandbox = opened(topics, port, limits);
                KitProcess process = new KitProcess(client.apply(sandbox.clientFolder()))) {
            Map<Check, Verdict> verdicts = new TreeMap<>();
            sandbox.play(checks, new Silent()).forEach(verdict -> verdicts.put(verdict.check(), verdict));
            // For whoever reads why it failed.
            System.out.printf("sandbox: %s%n%s%n", verdicts.values(), process.said());
            return new Outcome(verdicts, answer(port));
        }
    }

    /** One at a time: while a broker starts it has work for the whole machine, and afterwards hardly any. */
    private Sandbox opened(List<String> topics, int port, Limits limits) {
        synchronized (SandboxClients.class) {
            return Sandbox.open(folder.resolve("sandbox"), inForce(), READER, topics, port, limits);
        }
    }

    static ProcessBuilder in(Path data, ProcessBuilder client) {
        client.environment().put("HELIOGRAPH_KIT", data.toString());
        return client;
    }

    Policy inForce() {
        try (OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            return desk.policyInForce();
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(int port) {
        URI check = URI.create("http://127.0.0.1:%d/check".formatted(port));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(check).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException ended) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static final class Silent implements Sandbox.Progress {

        @Override
        public void arrived(String group) {}

        @Override
        public void playing(Check check) {}

        @Override
        public void judged(Verdict verdict) {}
    }
}
