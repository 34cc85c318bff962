package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Health;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Restarts;
import org.heliograph.standalone.Stack;

/** A line for each component, as its clients would find it. */
record Status(PrintWriter out) {

    private static final int MANY = 3;

    int run() {
        Optional<Stack> stack = Stack.runningIn(Place.folder());
        if (stack.isEmpty()) {
            out.println("Heliograph is down: nothing runs from " + Place.folder());
            return 1;
        }
        boolean well = Place.supervisor().isAlive();
        for (Component component : stack.get().components()) {
            Health health = stack.get().health(component);
            well &= health == Health.READY;
            out.println("%-11s %-10s 127.0.0.1:%d%s"
                    .formatted(
                            component.id(),
                            words(health),
                            port(stack.get(), component),
                            told(stack.get().restarts(component))));
        }
        if (!Place.supervisor().isAlive()) {
            out.println("The supervisor is gone; ./heliograph down ends what it left.");
        }
        return well ? 0 : 1;
    }

    /** What ended without being told to; one that does so again and again needs a person. */
    private static String told(Restarts restarts) {
        if (restarts.all() == 0) {
            return "";
        }
        String last = DateTimeFormatter.ISO_INSTANT.format(restarts.last().truncatedTo(ChronoUnit.SECONDS));
        return restarts.inARow() < MANY
                ? "  restarted %d times, last at %s".formatted(restarts.all(), last)
                : "  ENDS AGAIN AND AGAIN: restarted %d times, last at %s; see ./heliograph logs"
                        .formatted(restarts.all(), last);
    }

    private static String words(Health health) {
        return switch (health) {
            case READY -> "ready";
            case NOT_READY -> "not ready";
            case STOPPED -> "stopped";
        };
    }

    private static int port(Stack stack, Component component) {
        return stack.ports().of(Port.of(component));
    }
}
