package org.heliograph.operations;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.common.utils.Utils;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.TestFolder;
import org.heliograph.testkit.TestStack;

/**
 * A stack whose cluster was brought from nothing to the deployed policy, and in which operations then ended. A stack of
 * its own, since the tests take rights from parties and give them back; whoever needs operations starts it and ends it
 * again.
 */
public final class PolicyGrounds implements AutoCloseable {

    private static final Path FOLDER = TestFolder.named("policy-grounds");

    private final Stack stack;
    private final Map<Class<?>, AutoCloseable> onIt = new LinkedHashMap<>();

    private PolicyGrounds(Stack stack) {
        this.stack = stack;
    }

    public static PolicyGrounds lay() {
        Set<Component> components = new TreeSet<>(Component.infrastructure());
        components.add(Component.OPERATIONS);
        Stack stack = TestStack.start(FOLDER, components);
        stack.stop(Component.OPERATIONS);
        return new PolicyGrounds(stack);
    }

    public Stack stack() {
        return stack;
    }

    /** What other tests have on this stack, made when it is asked for first and closed before the stack ends. */
    public <T extends AutoCloseable> T having(Class<T> type, Function<Stack, T> made) {
        return type.cast(onIt.computeIfAbsent(type, _ -> made.apply(stack)));
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
        onIt.values().forEach(each -> Utils.closeQuietly(each, "what is on the stack"));
        stack.stop();
    }
}
