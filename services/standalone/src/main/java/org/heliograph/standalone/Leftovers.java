package org.heliograph.standalone;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Processes that outlived their supervisor. */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<ChildProcess> processes;

    private Leftovers(List<ChildProcess> processes) {
        this.processes = processes;
    }

    static Leftovers of(StateFolder state) {
        return new Leftovers(StackRecord.of(state).map(StackRecord::components).stream()
                .flatMap(entries -> entries.values().stream())
                .map(ChildProcess::recorded)
                .flatMap(Optional::stream)
                .toList());
    }

    boolean isEmpty() {
        return processes.isEmpty();
    }

    Collection<ChildProcess> processes() {
        return processes;
    }

    void end() {
        // The last started needs the others; Postgres, the first, must not wait for its clients.
        for (ChildProcess process : processes.reversed()) {
            process.stop(
                    process == processes.getFirst() ? ChildProcess.Signal.INTERRUPT : ChildProcess.Signal.TERMINATE,
                    PATIENCE);
        }
    }
}
