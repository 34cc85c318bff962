package org.heliograph.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;

/** One thing that goes wrong, and what its cause does to end it; all else is left to the stack. */
record Fault(Component component, Kind kind) {

    enum Kind {
        /** SIGKILL; nobody starts it again but the stack itself. */
        KILL,
        /** SIGSTOP: it holds its connections and answers nobody, until SIGCONT. */
        PAUSE,
        /** Stopped in order, away for a while, and started by hand. */
        RESTART
    }

    void begin(Stack stack) {
        switch (kind) {
            case KILL -> stack.crash(component);
            case PAUSE -> stack.pause(component);
            case RESTART -> stack.stop(component);
        }
    }

    void end(Stack stack) {
        switch (kind) {
            case KILL -> {}
            case PAUSE -> stack.resume(component);
            case RESTART -> stack.start(component);
        }
    }

    /** Two faults at once, of different components. */
    static List<Fault> pair(long seed) {
        Random random = new Random(seed);
        List<Fault> pair = new ArrayList<>();
        while (pair.size() < 2) {
            Component component = pick(random, Component.all().toArray(Component[]::new));
            if (pair.stream().noneMatch(fault -> fault.component() == component)) {
                pair.add(new Fault(component, pick(random, Kind.values())));
            }
        }
        return pair;
    }

    private static <T> T pick(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + component.id();
    }
}
