package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.sandbox.Check;
import org.heliograph.standalone.sandbox.Limits;
import org.heliograph.standalone.sandbox.Sandbox;
import org.heliograph.standalone.sandbox.Verdict;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.TestFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the sandbox finds: nothing in the kits, and in a careless client what it does carelessly, and no more. */
@HeliographStack
class SandboxIT {

    private static final String READER = "xc";
    private static final String INBOX = "inbox.xc.alerts";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final KitBuilds BUILDS = new KitBuilds(TestFolder.named("sandbox-kits"));
    private static final Set<Check> ALL = EnumSet.allOf(Check.class);

    /** A kit has as long as it takes on a busy machine. */
    private static final Limits OF_KITS =
            new Limits(PATIENCE, PATIENCE, Duration.ofSeconds(10), Duration.ofSeconds(15), 500);

    /** What it never does is waited for so long. */
    private static final Limits OF_CARELESS_ONES =
            new Limits(PATIENCE, Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(20), 300);

    private final Stack stack;

    @TempDir
    private Path folder;

    SandboxIT(Stack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @EnumSource
    void findsNothingWrongWithAKit(KitRuntime runtime) {
        Path kit = kit(runtime);

        Map<Check, Verdict> verdicts = verdicts(List.of(), ALL, OF_KITS, data -> in(data, runtime.consume(kit)));

        assertThat(verdicts.keySet()).isEqualTo(ALL);
        assertThat(verdicts.values()).allMatch(Verdict::isPassed);
    }

    @Test
    void findsWhatACarelessClientDoesAndSaysWhy() {
        Set<Check> tried = EnumSet.complementOf(EnumSet.of(Check.TOKEN, Check.PAUSE));

        Map<Check, Verdict> verdicts = careless(
                tried,
                "commits-first",
                "handles-again",
                "ignores-recalls",
                "knows-its-schemas",
                "trusts");

        assertFailed(verdicts, Check.DUPLICATES, "handled more than once: ");
        assertFailed(verdicts, Check.VERSION, "not handled: ", "never asked the registry for schema");
        assertFailed(verdicts, Check.RECALL, "not taken as a recall: 2 records");
        assertFailed(verdicts, Check.FORGED, "handled, though forged: ");
        assertFailed(verdicts, Check.COMMITS, "committed before it was handled: ");
        assertThat(passed(verdicts)).containsExactly(Check.FIRST, Check.BURST);
    }

    @ParameterizedTest
    @EnumSource(names = {"KEEPS_ITS_TOKEN", "KEEPS_ITS_SECRET"})
    void findsAClientThatDoesNotRenew(Careless fault) {
        assertFound(fault);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"KEEPS_ITS_TOKEN", "KEEPS_ITS_SECRET"})
    void findsEachOtherFaultByItself(Careless fault) {
        assertFound(fault);
    }

    private void assertFound(Careless fault) {
        Map<Check, Verdict> verdicts = careless(fault.tried(), fault.option());

        assertFailed(verdicts, fault.check, fault.reason);
        Set<Check> others = EnumSet.copyOf(fault.tried());
        others.remove(fault.check);
        assertThat(passed(verdicts)).isEqualTo(others);
    }

    /** What the planted client can do wrong, and what is said of it. */
    enum Careless {
        COMMITS_FIRST(Check.COMMITS, "committed before it was handled: "),
        HANDLES_AGAIN(Check.DUPLICATES, "handled more than once: "),
        IGNORES_RECALLS(Check.RECALL, "not taken as a recall: 2 records"),
        KNOWS_ITS_SCHEMAS(Check.VERSION, "it never asked the registry for schema"),
        TRUSTS(Check.FORGED, "handled, though forged: "),
        FORGETS_ORDER(Check.BURST, "handled in another order than that of its case: "),
        KEEPS_ITS_TOKEN(Check.TOKEN, "it has asked for no new token since the earlier ones ended"),
        KEEPS_ITS_SECRET(Check.TOKEN, "it still comes with the secret that was replaced");

        private final Check check;
        private final String reason;

        Careless(Check check, String reason) {
            this.check = check;
            this.reason = reason;
        }

        String option() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** All that takes little time, or what cannot fail by that fault too. */
        Set<Check> tried() {
            return switch (this) {
                case KEEPS_ITS_TOKEN, KEEPS_ITS_SECRET -> EnumSet.of(Check.FIRST, Check.TOKEN);
                case FORGETS_ORDER -> EnumSet.of(Check.FIRST, Check.BURST, Check.COMMITS);
                default -> EnumSet.complementOf(EnumSet.of(Check.TOKEN, Check.PAUSE));
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKitSaysWhatIsWrongWithThePortToAnswerAt(KitRuntime runtime) {
        ProcessBuilder client = runtime.consume(kit(runtime));
        client.environment().put("HELIOGRAPH_CHECK_PORT", "none");

        try (KitProcess process = new KitProcess(client)) {
            assertThat(process.exitCode()).as(process.said()).isEqualTo(1);
            assertThat(process.said()).contains("HELIOGRAPH_CHECK_PORT: found none, expected a free port");
        }
    }

    @Test
    void saysThatNoClientCame() {
        Said said = Said.by(stack, "sandbox", READER, "--only", "first,burst", "--wait", "1", "--check-port", freePort());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text())
                .containsPattern("first +not tried: it does not answer at http://127.0.0.1:")
                .containsPattern("burst +not tried: ");
    }

    @Test
    void saysInOneLineWhatItCannotPlay() {
        Said nobody = Said.by(stack, "sandbox", "xz");
        Said topic = Said.by(stack, "sandbox", READER, "--topic", "inbox.xb.alerts");
        Said check = Said.by(stack, "sandbox", READER, "--only", "all");
        Said pause = Said.by(stack, "sandbox", READER, "--pause", "0");

        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.text()).contains("no principal 'xz'");
        assertThat(topic.code()).isEqualTo(1);
        assertThat(topic.text()).contains("--topic: found inbox.xb.alerts, expected one of inbox.xc.alerts");
        assertThat(check.code()).isNotZero();
        assertThat(check.text()).contains("found 'all', expected first, duplicates, version");
        assertThat(pause.code()).isEqualTo(1);
        assertThat(pause.text()).contains("--pause: found 0 seconds, expected 1 to 600");
    }

    @Test
    void tellsWhatItFoundAndWritesNothingToThePlatform() throws Exception {
        Path kit = kit(KitRuntime.PYTHON);
        Path data = stack.state().root().resolve("sandbox").resolve(READER).resolve("client");
        Files.deleteIfExists(data.resolve("kit.json"));
        String port = freePort();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Said> command = CompletableFuture.supplyAsync(
                    () -> Said.by(stack, "sandbox", READER, "--only", "first,commits", "--check-port", port), threads);
            await().atMost(PATIENCE).until(() -> command.isDone() || Files.exists(data.resolve("kit.json")));
            Said said;
            try (KitProcess client = new KitProcess(in(data, KitRuntime.PYTHON.consume(kit)))) {
                said = command.join();
                client.await(each -> !each.lines().isEmpty(), "a line of the kit");
            }

            assertThat(said.code()).as(said.text()).isZero();
            assertThat(said.text())
                    .contains("HELIOGRAPH_KIT=" + data, "It reads in the group xc.kit")
                    .containsPattern("first +pass")
                    .containsPattern("commits +pass");
            assertThat(Files.readString(data.resolve("kit.json"))).doesNotContain(stack.bootstrapServers());
            assertThat(Files.readString(data.resolve("secret")))
                    .isNotEqualTo(stack.secrets().client(READER));
        }
    }

    private Map<Check, Verdict> careless(Set<Check> checks, String... faults) {
        Optional<String> missing = KitRuntime.PYTHON.prepare(folder.resolve("python"));
        assumeTrue(missing.isEmpty(), missing.orElse(""));
        return verdicts(
                List.of(INBOX),
                checks,
                OF_CARELESS_ONES,
                data -> in(data, KitRuntime.careless(stack.clientKits().resolve("python"), faults)));
    }

    private Map<Check, Verdict> verdicts(
            List<String> topics, Set<Check> checks, Limits limits, Function<Path, ProcessBuilder> client) {
        int port = Integer.parseInt(freePort());
        Map<Check, Verdict> verdicts = new TreeMap<>();
        try (Sandbox sandbox =
                Sandbox.open(folder.resolve("sandbox"), inForce(), READER, topics, port, limits)) {
            try (KitProcess process = new KitProcess(client.apply(sandbox.clientFolder()))) {
                sandbox.play(checks, new Silent()).forEach(verdict -> verdicts.put(verdict.check(), verdict));
                // For whoever reads why it failed.
                System.out.printf("sandbox: %s%n%s%n", verdicts.values(), process.said());
            }
        }
        return verdicts;
    }

    private Policy inForce() {
        try (OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            return desk.policyInForce();
        }
    }

    /** A kit in an empty folder, ready to run; the test is skipped where it cannot. */
    private Path kit(KitRuntime runtime) {
        Path kit = folder.resolve("kit");
        Said said = Said.by(stack, "kit", READER, "--for", runtime.language(), "--out", kit.toString());
        assertThat(said.code()).as(said.text()).isZero();
        Optional<String> missing = BUILDS.prepare(runtime, kit);
        assumeTrue(missing.isEmpty(), missing.orElse(""));
        return kit;
    }

    private static ProcessBuilder in(Path data, ProcessBuilder client) {
        client.environment().put("HELIOGRAPH_KIT", data.toString());
        return client;
    }

    private static void assertFailed(Map<Check, Verdict> verdicts, Check check, String... reasons) {
        assertThat(verdicts).containsKey(check);
        Verdict verdict = Objects.requireNonNull(verdicts.get(check));
        assertThat(verdict.outcome()).as("%s", verdict).isEqualTo(Verdict.Outcome.FAIL);
        assertThat(String.join("; ", verdict.reasons())).contains(reasons);
    }

    private static Set<Check> passed(Map<Check, Verdict> verdicts) {
        Set<Check> passed = EnumSet.noneOf(Check.class);
        verdicts.values().stream().filter(Verdict::isPassed).map(Verdict::check).forEach(passed::add);
        return passed;
    }

    private static String freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
