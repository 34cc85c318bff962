package org.heliograph.testkit;

import java.nio.file.Path;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Ports;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.Supervisor;

/** The stack of this JVM. */
record TestStack(Stack stack) implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "heliograph");

    static TestStack start() {
        Supervisor earlier = new Supervisor(FOLDER);
        if (earlier.isBereaved()) {
            earlier.end();
        }
        earlier.deleteState();
        Stack stack = Stack.in(FOLDER, Ports.free(), Component.all());
        // A JVM that is ended from outside closes no JUnit store.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "end-stack"));
        stack.start();
        return new TestStack(stack);
    }

    @Override
    public void close() {
        stack.stop();
    }
}
