package org.heliograph.testkit;

import java.nio.file.Path;
import java.util.Collection;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StateFolder;
import org.heliograph.standalone.Supervisor;

/** Stacks for tests, on the backbone that the run was told to use. */
public final class TestStack {

    private TestStack() {}

    /** Starts these components on free ports, from an empty folder. */
    public static Stack start(Path folder, Collection<Component> components) {
        return startIn(emptied(folder), components);
    }

    /** The folder, in which nothing is left and from which nothing runs any more. */
    public static StateFolder emptied(Path folder) {
        Supervisor earlier = new Supervisor(folder);
        if (earlier.isBereaved()) {
            earlier.end();
        }
        earlier.deleteState();
        return new StateFolder(folder);
    }

    /** As {@link #start}, from what is in the folder. */
    public static Stack startIn(StateFolder folder, Collection<Component> components) {
        Stack stack = Backbone.chosen().in(folder.root(), components);
        // A JVM that is ended from outside closes no JUnit store.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "end-stack"));
        stack.start();
        return stack;
    }
}
