package org.heliograph.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.TestStack;

/**
 * A stack whose cluster was brought from nothing to the deployed policy, and in which operations then ended. A stack of
 * its own, since the tests take rights from parties and give them back.
 */
final class PolicyGrounds implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "policy-grounds");

    private final Stack stack;

    private PolicyGrounds(Stack stack) {
        this.stack = stack;
    }

    static PolicyGrounds lay() {
        Set<Component> components = new TreeSet<>(Component.infrastructure());
        components.add(Component.OPERATIONS);
        Stack stack = TestStack.start(FOLDER, components);
        stack.stop(Component.OPERATIONS);
        return new PolicyGrounds(stack);
    }

    Stack stack() {
        return stack;
    }

    Path keys() {
        return stack.state().keys();
    }

    /** The deployed policy in a folder of its own, in which a test may change it. */
    Path copyPolicy() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "policy");
            restorePolicy(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void restorePolicy(Path folder) {
        for (String file :
                List.of("platform.yaml", "parties.yaml", "events.yaml", "declassifiers.yaml", "grants.yaml")) {
            write(folder.resolve(file), read(stack.policy().resolve(file)));
        }
    }

    static void replace(Path file, String text, String by) {
        String content = read(file);
        assertThat(content).contains(text);
        write(file, content.replace(text, by));
    }

    /** A change that takes from XB and XC, and gives to nobody. */
    static void withholdRouteAlertsFromReceivingStates(Path policy) {
        Path events = policy.resolve("events.yaml");
        String content = read(events);
        // The first of each is that of the route alerts: its row, and the one from AMBER up.
        String without = content.replaceFirst("(?m)^ {6}receiving-state: R\\n", "")
                .replaceFirst("(?m)^ {6}receiving-state: A\\n", "");
        assertThat(without).hasSizeLessThan(content.length() - 40);
        write(events, without);
    }

    OperationsProcess start(Path policy) {
        return OperationsProcess.start(stack, policy, keys()).awaitReady();
    }

    void apply(Path policy) {
        try (OperationsProcess _ = start(policy)) {
            OperationsProcess.apply(stack, Map.of());
        }
    }

    ClusterSnapshot snapshot() throws Exception {
        try (PartySystem operations = new PartySystem(stack, "operations")) {
            return ClusterSnapshot.of(operations);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stack.stop();
    }
}
