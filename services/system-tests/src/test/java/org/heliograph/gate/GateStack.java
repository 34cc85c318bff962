package org.heliograph.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.TestFolder;
import org.heliograph.testkit.TestStack;

/**
 * A stack of its own with the gate and no services, so that all outboxes are the tests', and killing the gate disturbs
 * nobody. Classes share it through {@link GateStackExtension}, and leave the deployed policy in force.
 */
final class GateStack implements AutoCloseable {

    private static final Path FOLDER = TestFolder.named("heliograph-gate");
    private static final Path BUILD =
            Path.of("../standalone/target").toAbsolutePath().normalize();

    private final Stack stack;
    private final Ledger ledger;
    private final Map<String, Long> numbers = new HashMap<>();

    private GateStack(Stack stack) {
        this.stack = stack;
        this.ledger = new Ledger(stack);
    }

    static GateStack start() {
        EnumSet<Component> components = EnumSet.copyOf(Component.infrastructure());
        components.addAll(List.of(Component.OPERATIONS, Component.GATE));
        return new GateStack(TestStack.start(FOLDER, components));
    }

    Stack stack() {
        return stack;
    }

    /** The books of the stack from its first record on, also of what was deleted since. */
    Ledger ledger() {
        return ledger;
    }

    /** The sequence number of what is offered next in a partition of an outbox. */
    long nextNumber(String outbox, int partition) {
        return numbers.merge(outbox + "-" + partition, 1L, Long::sum);
    }

    /** One more process of the gate, beside that of the stack. */
    Process anotherGate(String instance) {
        Path config = stack.state().config().resolve("gate.properties").toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:SharedArchiveFile=" + BUILD.resolve("gate.jsa"),
                "-Xlog:cds=off",
                "-jar",
                BUILD.resolve("apps/gate/gate.jar").toString(),
                "--spring.config.additional-location=file:" + config,
                "--server.port=0",
                "--heliograph.gate.instance=" + instance);
        builder.redirectErrorStream(true);
        builder.redirectOutput(TestFolder.named("gate-" + instance + ".log").toFile());
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-gate-" + instance));
            return process;
        } catch (IOException e) {
            throw new AssertionError("the gate cannot be started", e);
        }
    }

    /** How many processes of the gate hold partitions. */
    long instancesAtWork() throws ExecutionException, InterruptedException {
        try (PartySystem gate = new PartySystem(stack, "gate");
                Admin admin = gate.admin()) {
            return admin.describeConsumerGroups(List.of("gate.release")).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .map(MemberDescription::assignment)
                    .filter(assignment -> !assignment.topicPartitions().isEmpty())
                    .count();
        }
    }

    @Override
    public void close() {
        ledger.close();
        stack.close();
    }
}
