package org.heliograph.standalone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.StackException;

/** The log of a component, as far as it goes or for as long as it grows. */
record Logs(Component component, boolean follow) {

    private static final long LOOK_EVERY_MILLIS = 200;

    int run() throws IOException, InterruptedException {
        Path log = Place.state().log(component);
        if (!Files.exists(log)) {
            throw new StackException(component.id() + " has not logged anything in " + Place.folder());
        }
        try (InputStream lines = Files.newInputStream(log)) {
            print(lines);
            if (follow) {
                untilInterrupted(lines);
            }
        }
        return 0;
    }

    private static void untilInterrupted(InputStream lines) throws InterruptedException {
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            clock.scheduleWithFixedDelay(
                            () -> print(lines), LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void print(InputStream lines) {
        try {
            lines.transferTo(System.out);
            System.out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
