package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Ports;
import org.heliograph.standalone.Restarts;
import org.heliograph.standalone.Stack;

/**
 * The supervisor: starts the stack, and ends it when it is told to end itself.
 *
 * @param asDaemon leaves the closing words to the process that waits for this one
 */
record Up(PrintWriter out, Set<Component> components, Ports ports, boolean asDaemon) {

    int run() {
        Stack stack = Stack.in(Place.folder(), ports, components);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "end-stack"));
        out.println("Heliograph starts from " + Place.folder());
        long begin = System.nanoTime();
        stack.start(new Telling());
        out.println("All is ready after %.1f s.".formatted((System.nanoTime() - begin) / 1e9));
        if (!asDaemon) {
            new Welcome(stack).print(out);
            out.println("Ctrl-C ends the stack.");
        }
        return untilInterrupted();
    }

    private final class Telling implements Stack.Progress {

        @Override
        public void ready(Component component, Duration took) {
            tell("  %-11s ready, took %5.1f s".formatted(component.id(), took.toMillis() / 1000.0));
        }

        @Override
        public void ended(Component component, Restarts restarts) {
            tell("%s  %s ended by itself, the %d. time, %d in a row; it is started again"
                    .formatted(
                            restarts.last().truncatedTo(ChronoUnit.SECONDS),
                            component.id(),
                            restarts.all(),
                            restarts.inARow()));
        }

        @Override
        public void cannotStart(Component component, RuntimeException reason) {
            tell("%s cannot be started: %s".formatted(component.id(), reason.getMessage()));
        }

        private void tell(String line) {
            out.println(line);
            out.flush();
        }
    }

    private static int untilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
