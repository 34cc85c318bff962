package org.heliograph.faults;

import java.nio.file.Path;
import java.util.Collection;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Ports;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StateFolder;
import org.heliograph.standalone.Supervisor;

/** A stack of a test's own, from an empty state folder. */
final class OwnStack {

    private OwnStack() {}

    /** Where it will be; nothing runs from there any more, and nothing is left there. */
    static StateFolder emptied(String name) {
        Path folder = Path.of("target", "heliograph-" + name);
        Supervisor earlier = new Supervisor(folder);
        if (earlier.isBereaved()) {
            earlier.end();
        }
        earlier.deleteState();
        return new StateFolder(folder);
    }

    static Stack start(StateFolder folder, Collection<Component> components) {
        Stack stack = Stack.in(folder.root(), Ports.free(), components);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "end-own-stack"));
        stack.start();
        return stack;
    }
}
