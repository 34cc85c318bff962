package org.heliograph.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class LifecycleIT {

    private static final Set<Component> SMALL = EnumSet.of(Component.POSTGRES, Component.BROKER);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @AfterEach
    void endWhateverIsLeft() {
        new Supervisor(folder).end();
    }

    @Test
    void namesATakenPortInOneLineAndLeavesNothingRunning() throws IOException {
        Ports ports = Ports.free();
        try (ServerSocket other =
                new ServerSocket(ports.of(Port.BROKER_CONTROLLER), 1, InetAddress.getLoopbackAddress())) {
            Stack stack = Stack.in(folder, ports, SMALL);

            assertThatThrownBy(stack::start)
                    .isInstanceOf(StackException.class)
                    .hasMessage("port %d (broker) is taken by another program", other.getLocalPort());
        }
        assertThat(processes()).isEmpty();
        assertThat(Stack.runningIn(folder)).isEmpty();
    }

    @Test
    void leavesNoProcessAndKeepsDataAndSecretsForTheNextStartWithAsManyBrokers() throws Exception {
        Stack first = Stack.in(folder, Ports.free(), SMALL);
        first.start();
        assertThat(processes()).hasSizeGreaterThanOrEqualTo(2);
        String secret = first.secrets().client("xb");
        String cluster = clusterId(first);
        first.stop();
        assertThat(processes()).isEmpty();
        assertThat(Stack.runningIn(folder)).isEmpty();

        Stack second = Stack.in(folder, Ports.free(), SMALL);
        second.start();

        assertThat(second.secrets().client("xb")).isEqualTo(secret);
        assertThat(clusterId(second)).isEqualTo(cluster);
        second.stop();
        Set<Component> three = EnumSet.copyOf(SMALL);
        three.addAll(Component.brokers(3));

        assertThatThrownBy(Stack.in(folder, Ports.free(), three)::start)
                .isInstanceOf(StackException.class)
                .hasMessageContainingAll("made with --brokers 1, not 3", "./heliograph reset --yes");
        assertThat(processes()).isEmpty();
    }

    @Test
    void hasOneBrokerOrThree() {
        assertThatThrownBy(() -> Component.brokers(2))
                .isInstanceOf(StackException.class)
                .hasMessage("a stack has 1 or 3 brokers, not 2");
    }

    @Test
    void keepsSecretsFromOtherUsersOfTheMachine() throws IOException {
        Stack stack = Stack.in(folder.resolve("state"), Ports.free(), EnumSet.of(Component.POSTGRES));
        stack.start();
        stack.stop();

        for (Path top : List.of(stack.state().secrets(), stack.state().config())) {
            try (Stream<Path> files = Files.walk(top)) {
                assertThat(files)
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .matches("rw[-x]------"));
            }
        }
    }

    @Test
    void startsAgainWhatEndedWithoutBeingToldToAndSaysHowOften() {
        Stack stack = Stack.in(folder, Ports.free(), SMALL);
        stack.start();

        for (Component component : SMALL) {
            stack.crash(component);
            assertThat(stack.health(component)).isEqualTo(Health.STOPPED);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(5))
                    .untilAsserted(() -> assertThat(stack.health(component)).isEqualTo(Health.READY));
            assertThat(stack.restarts(component).all()).isPositive();
        }

        assertThat(Stack.runningIn(folder).orElseThrow().restarts(Component.BROKER))
                .isEqualTo(stack.restarts(Component.BROKER));
        stack.stop();
        assertThat(processes()).isEmpty();
    }

    @Test
    void startsNothingAgainThatWasStoppedOnPurpose() {
        Stack stack = Stack.in(folder, Ports.free(), EnumSet.of(Component.POSTGRES));
        stack.start();

        stack.kill(Component.POSTGRES);

        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(stack.health(Component.POSTGRES)).isEqualTo(Health.STOPPED));
        assertThat(stack.restarts(Component.POSTGRES).all()).isZero();
        stack.stop();
    }

    @Test
    void pausesAndResumesAComponentWithAllItsProcesses() {
        Stack stack = Stack.in(folder, Ports.free(), EnumSet.of(Component.POSTGRES));
        stack.start();

        stack.pause(Component.POSTGRES);
        assertThat(stack.health(Component.POSTGRES)).isEqualTo(Health.NOT_READY);
        stack.resume(Component.POSTGRES);

        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .untilAsserted(
                        () -> assertThat(stack.health(Component.POSTGRES)).isEqualTo(Health.READY));
        assertThat(stack.restarts(Component.POSTGRES).all()).isZero();
        stack.stop();
    }

    @Test
    void startsAKilledBrokerAgainWhileIdentityIsDown() {
        Stack stack =
                Stack.in(folder, Ports.free(), EnumSet.of(Component.POSTGRES, Component.IDENTITY, Component.BROKER));
        stack.start();
        stack.kill(Component.IDENTITY);
        stack.kill(Component.BROKER);
        assertThat(stack.health(Component.BROKER)).isEqualTo(Health.STOPPED);

        stack.start(Component.BROKER);
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(stack.health(Component.BROKER)).isEqualTo(Health.READY));
        stack.start(Component.IDENTITY);

        try (Admin admin = Admin.create(stack.brokerClients("xb").admin())) {
            assertThat(admin.listTopics().names()).succeedsWithin(Duration.ofMinutes(5));
        }
        stack.stop();
    }

    @Test
    void refusesASecondSupervisorInTheSameFolder() {
        Stack stack = Stack.in(folder, Ports.free(), EnumSet.of(Component.POSTGRES));
        stack.start();

        assertThatThrownBy(() -> Stack.in(folder, Ports.free(), EnumSet.of(Component.POSTGRES))
                        .start())
                .isInstanceOf(StackException.class)
                .hasMessageContaining("is up already");

        assertThat(stack.health(Component.POSTGRES)).isEqualTo(Health.READY);
        stack.stop();
    }

    @Test
    void endsWhatAKilledSupervisorLeftAndNothingElse() throws Exception {
        Process supervisor = supervisor("up", "--only=postgres,broker", "--free-ports");
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> new Supervisor(folder).hasStarted());
        List<Long> left = processes();
        supervisor.destroyForcibly().waitFor();
        assertThat(new Supervisor(folder).isBereaved()).isTrue();
        Process stranger = new ProcessBuilder("sleep", "600").start();

        int exit = supervisor("down").waitFor();

        assertThat(exit).isZero();
        assertThat(left).isNotEmpty();
        assertThat(processes()).isEmpty();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroy();
    }

    @Test
    void doesNotTakeAnotherProcessWithTheSameNumberForItsOwn() throws IOException {
        Process stranger = new ProcessBuilder("sleep", "600").start();

        assertThat(ChildProcess.recorded(new StackRecord.Entry(stranger.pid(), folder.toString())))
                .isEmpty();
        stranger.destroy();
    }

    private Process supervisor(String... arguments) throws IOException {
        Installation installation = Installation.ofThisBuild();
        List<String> command = Stream.concat(
                        Stream.of(
                                installation.java().toString(),
                                "-Dheliograph.home=" + installation.home(),
                                "-cp",
                                installation.classPath(),
                                "org.heliograph.standalone.cli.Heliograph"),
                        Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("supervisor.txt").toFile());
        builder.environment().put("HELIOGRAPH_STATE", folder.toString());
        return builder.start();
    }

    private List<Long> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> CommandLines.of(process).contains(folder.toString()))
                .map(ProcessHandle::pid)
                .toList();
    }

    private static String clusterId(Stack stack) throws IOException {
        try (Stream<String> lines =
                Files.lines(stack.state().data().resolve("broker").resolve("meta.properties"))) {
            return lines.filter(line -> line.startsWith("cluster.id"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
