package org.heliograph.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An operating system process of the stack. It is known by its id and by a text of its command line, so that a number
 * which the system has given to somebody else since is never taken for it.
 */
final class ChildProcess {

    private final ProcessHandle handle;
    private final String marker;

    private ChildProcess(ProcessHandle handle, String marker) {
        this.handle = handle;
        this.marker = marker;
    }

    static ChildProcess start(List<String> command, String marker, Path log) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(log.resolveSibling("").toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new ChildProcess(process.toHandle(), marker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds a process that an earlier supervisor recorded, if it still runs and is still the same. */
    static Optional<ChildProcess> recorded(StackRecord.Entry entry) {
        return ProcessHandle.of(entry.pid())
                .filter(handle -> CommandLines.of(handle).contains(entry.marker()))
                .map(handle -> new ChildProcess(handle, entry.marker()));
    }

    StackRecord.Entry entry() {
        return new StackRecord.Entry(handle.pid(), marker);
    }

    long pid() {
        return handle.pid();
    }

    boolean isAlive() {
        return handle.isAlive();
    }

    void kill() {
        handle.destroyForcibly();
        endsWithin(Duration.ofSeconds(10));
    }

    /** SIGSTOP to the process and all that it started. */
    void pause() {
        signalAll("STOP");
    }

    /** SIGCONT to the process and all that it started. */
    void resume() {
        signalAll("CONT");
    }

    private void signalAll(String signal) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal, Long.toString(pid())));
        handle.descendants().forEach(child -> command.add(Long.toString(child.pid())));
        signal(command);
    }

    private static void signal(List<String> command) {
        try {
            // The shell's own kill: not every machine has a program of that name.
            new ProcessBuilder("sh", "-c", String.join(" ", command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void awaitEnd() throws InterruptedException {
        try {
            handle.onExit().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks the process to end, and ends it if it has not within the time given. */
    void stop(Signal signal, Duration patience) {
        signal.send(handle);
        // One that was paused would never see it.
        resume();
        if (!endsWithin(patience)) {
            kill();
        }
    }

    /** Waits for the end, and says whether it came in time. */
    boolean endsWithin(Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How a process is asked to end. */
    enum Signal {
        TERMINATE,
        /** Postgres waits for its clients on TERM and disconnects them on INT. */
        INTERRUPT;

        void send(ProcessHandle handle) {
            if (this == TERMINATE) {
                handle.destroy();
                return;
            }
            signal(List.of("kill", "-INT", Long.toString(handle.pid())));
        }
    }
}
