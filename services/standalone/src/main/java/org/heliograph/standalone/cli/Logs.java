package org.heliograph.standalone.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.StackException;

/** The log of a component, as far as it goes or for as long as it grows. */
record Logs(PrintWriter out, Component component, boolean follow) {

    private static final long LOOK_EVERY_MILLIS = 200;

    int run() throws IOException, InterruptedException {
        Path log = Place.state().log(component);
        if (!Files.exists(log)) {
            throw new StackException(component.id() + " has not logged anything in " + Place.folder());
        }
        try (Reader lines = new InputStreamReader(Files.newInputStream(log), StandardCharsets.UTF_8)) {
            print(lines);
            if (follow) {
                untilInterrupted(lines);
            }
        }
        return 0;
    }

    private void untilInterrupted(Reader lines) throws InterruptedException {
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            clock.scheduleWithFixedDelay(
                            () -> print(lines), LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void print(Reader lines) {
        try {
            lines.transferTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
