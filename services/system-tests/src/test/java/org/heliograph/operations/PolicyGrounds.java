package org.heliograph.operations;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.TestFolder;
import org.heliograph.testkit.TestStack;

/**
 * A stack whose cluster was brought from nothing to the deployed policy, and in which operations then ended. A stack of
 * its own, since the tests take rights from parties and give them back.
 */
final class PolicyGrounds implements AutoCloseable {

    private static final Path FOLDER = TestFolder.named("policy-grounds");

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

    OperationsProcess start(PolicyFiles policy) {
        return OperationsProcess.start(stack, policy.folder(), keys()).awaitReady();
    }

    void apply(PolicyFiles policy) {
        try (OperationsProcess _ = start(policy)) {
            OperationsProcess.apply(stack, Map.of());
        }
    }

    ClusterSnapshot snapshot() throws Exception {
        try (PartySystem operations = new PartySystem(stack, "operations")) {
            return ClusterSnapshot.of(operations);
        }
    }

    @Override
    public void close() {
        stack.stop();
    }
}
