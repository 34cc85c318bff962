package org.heliograph.system;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;

/** Officers who submit one request to UNODC after another, each as soon as the one before is answered. */
final class Submissions implements AutoCloseable {

    private final Collection<UUID> accepted = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> officers;
    private volatile boolean ended;

    Submissions(Stack stack, Component... services) {
        officers = List.of(services).stream()
                .<Future<?>>map(service -> threads.submit(() -> submit(stack, service)))
                .toList();
    }

    private void submit(Stack stack, Component service) {
        try (OfficerDesk desk = new OfficerDesk(stack, service)) {
            while (!ended) {
                accepted.add(Requests.submit(desk));
            }
        }
    }

    /** What was answered with success until now. */
    List<UUID> accepted() {
        return List.copyOf(accepted);
    }

    /** Ends the load; throws what an officer was answered if one was refused. */
    void end() throws Exception {
        ended = true;
        for (Future<?> officer : officers) {
            officer.get();
        }
    }

    @Override
    public void close() {
        ended = true;
        threads.close();
    }
}
