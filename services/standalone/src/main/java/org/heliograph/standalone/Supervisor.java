package org.heliograph.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The process that owns the stack of a state folder, as others see it. */
public final class Supervisor {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final StateFolder state;

    public Supervisor(Path folder) {
        this.state = new StateFolder(folder);
    }

    public boolean isAlive() {
        return process().isPresent();
    }

    /** Whether all that was to start has been ready, and the supervisor still watches over it. */
    public boolean hasStarted() {
        return isAlive() && StackRecord.of(state).map(StackRecord::ready).orElse(false);
    }

    /** Whether components run that no supervisor owns any more. */
    public boolean isBereaved() {
        return !isAlive() && !Leftovers.of(state).isEmpty();
    }

    /** Ends supervisor and components, and returns when the last process is gone. */
    public void end() {
        process().ifPresent(process -> process.stop(ChildProcess.Signal.TERMINATE, PATIENCE));
        if (StackRecord.of(state).isPresent()) {
            StateLock lock = StateLock.take(state);
            try {
                Leftovers.of(state).end();
                StackRecord.erase(state);
            } finally {
                lock.close();
            }
        }
    }

    /**
     * Deletes the state folder with all secrets and data.
     *
     * @throws StackException if something runs from it
     */
    public void deleteState() {
        if (isAlive() || isBereaved()) {
            throw new StackException("the stack in " + state.root() + " runs; first: ./heliograph down");
        }
        if (!Files.exists(state.root())) {
            return;
        }
        try (Stream<Path> files = Files.walk(state.root())) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ChildProcess> process() {
        return StackRecord.of(state).flatMap(record -> ChildProcess.recorded(record.supervisor()));
    }
}
