package org.heliograph.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.heliograph.standalone.Component;

/** Lets a component wait while something else is done. */
final class Paused {

    private Paused() {}

    static void during(Component component, Runnable work) {
        long pid = Usage.process(component).pid();
        signal("STOP", pid);
        try {
            work.run();
        } finally {
            signal("CONT", pid);
        }
    }

    private static void signal(String name, long pid) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill -%s %d ends with %d".formatted(name, pid, exit));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
