package org.heliograph.faults;

import java.util.Collection;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StateFolder;
import org.heliograph.testkit.TestFolder;
import org.heliograph.testkit.TestStack;

/** A stack of a test's own, from an empty state folder. */
final class OwnStack {

    private OwnStack() {}

    /** Where it will be; nothing runs from there any more, and nothing is left there. */
    static StateFolder emptied(String name) {
        return TestStack.emptied(TestFolder.named("heliograph-" + name));
    }

    static Stack start(StateFolder folder, Collection<Component> components) {
        return TestStack.startIn(folder, components);
    }
}
