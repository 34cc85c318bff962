package org.heliograph.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.heliograph.faults.Submitter.Answer;
import org.heliograph.gate.Ledger;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XA's service has a wrong clock. Where its tokens cannot be judged it turns callers away, and nothing is lost. */
@Tag("long")
@HeliographStack
class ClockSkewIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<Path> FAKETIME = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

    private final Stack stack;

    ClockSkewIT(Stack stack) {
        this.stack = stack;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"+3h", "-3h"})
    void aClockThatIsHoursOffTurnsCallersAway(String offset) throws IOException {
        assertThat(submitWith(offset)).containsOnly(Answer.TURNED_AWAY);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"+20s", "-20s"})
    void aClockThatIsSecondsOffDoesNoHarm(String offset) throws IOException {
        assertThat(submitWith(offset)).containsOnly(Answer.ACCEPTED);
    }

    /** The answers to five submissions; whatever they were, all is kept and goes on with the right clock. */
    private Set<Answer> submitWith(String offset) throws IOException {
        Path library = FAKETIME.stream().filter(Files::exists).findFirst().orElse(Path.of("libfaketimeMT.so.1"));
        assumeTrue(Files.exists(library), "libfaketime is not installed (Debian: faketime): no clock is changed");
        Submitter submitter = new Submitter(stack, Component.XA);
        stack.stop(Component.XA);
        Process skewed = start(library, offset);
        try {
            await("XA listens").atMost(PATIENCE).until(() -> skewed.isAlive() && listens());
            for (int index = 0; index < 5; index++) {
                submitter.run();
            }
        } finally {
            skewed.destroy();
            await().atMost(PATIENCE).until(() -> !skewed.isAlive());
            stack.start(Component.XA);
        }
        Set<Answer> answers = Set.copyOf(submitter.answers().values());
        try (Ledger ledger = new Ledger(stack)) {
            Load.assertKept(ledger, List.of(submitter));
            submitter.run();
            assertThat(submitter.answers().values()).contains(Answer.ACCEPTED);
            Load.assertKept(ledger, List.of(submitter));
        }
        return answers;
    }

    private boolean listens() {
        try (var socket = new Socket("127.0.0.1", stack.ports().of(Port.XA))) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private Process start(Path library, String offset) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=" + stack.tokenUri() + "," + stack.jwksUri(),
                "-jar",
                Path.of("..", "standalone", "target", "apps", "liaison", "liaison.jar")
                        .toString(),
                "--spring.config.additional-location=file:"
                        + stack.state().config().resolve("xa.properties").toAbsolutePath());
        builder.environment().put("LD_PRELOAD", library.toString());
        builder.environment().put("FAKETIME", offset);
        builder.environment().put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                Path.of("target", "xa-with-clock-" + offset + ".log").toFile());
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-skewed-xa"));
        return process;
    }
}
