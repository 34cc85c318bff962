package org.heliograph.testkit;

import java.nio.file.Path;
import java.util.Collection;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.Supervisor;

/** Stacks for tests, on the backbone that the run was told to use. */
public final class TestStack {

    private TestStack() {}

    /** Starts these components on free ports, from an empty folder; ends what an earlier run left there. */
    public static Stack start(Path folder, Collection<Component> components) {
        Supervisor earlier = new Supervisor(folder);
        if (earlier.isBereaved()) {
            earlier.end();
        }
        earlier.deleteState();
        Stack stack = Backbone.chosen().in(folder, components);
        // A JVM that is ended from outside closes no JUnit store.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "end-stack"));
        stack.start();
        return stack;
    }
}
