package org.heliograph.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The processes of one stack: started in the order of their needs, ended in the reverse. */
final class Processes {

    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
    private static final Duration PROBE_EVERY = Duration.ofMillis(200);

    private final Site site;
    private final Set<Component> wanted;
    private final Map<Component, Part> parts;
    private final Map<Component, ChildProcess> running = Collections.synchronizedMap(new EnumMap<>(Component.class));
    private final Map<Component, ChildProcess> watched = new ConcurrentHashMap<>();
    private Map<Component, Restarts> recorded = Map.of();
    private volatile boolean ending;
    private final Watch watch = new Watch(new Wards());
    private boolean ready;
    private @Nullable StateLock lock;

    Processes(Site site, Programs programs, Set<Component> wanted) {
        this.site = site;
        this.wanted = wanted;
        this.parts = Parts.of(site, programs);
    }

    /** Learns of processes that another supervisor owns. */
    void adopt(StackRecord record) {
        recorded = record.restarts();
        record.components()
                .forEach((component, entry) ->
                        ChildProcess.recorded(entry).ifPresent(process -> running.put(component, process)));
    }

    void startAll(Stack.Progress progress) {
        site.state().create();
        lock = StateLock.take(site.state());
        ending = false;
        watch.begin(progress);
        try {
            Leftovers.of(site.state()).end();
            site.ports().firstTaken(wanted).ifPresent(port -> {
                throw new StackException("port %d (%s) is taken by another program"
                        .formatted(site.ports().of(port), port.component().id()));
            });
            if (wanted.contains(Component.BROKER)) {
                Cluster.in(site.state(), site.brokers().number());
            }
            site.secrets().generate(site.roster());
            if (wanted.contains(Component.IDENTITY)) {
                new AccountFiles(site).layOut();
            }
            startTogether(progress);
            ready = true;
            record();
        } catch (RuntimeException e) {
            stopAll();
            throw e;
        }
    }

    private void startTogether(Stack.Progress progress) {
        Map<Component, CompletableFuture<Void>> starts = new EnumMap<>(Component.class);
        // What fails after it only fails because the whole start is given up.
        var first = new AtomicReference<@Nullable Throwable>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Component component : wanted) {
                CompletableFuture<?>[] needs = Stream.concat(
                                component.needs().stream(),
                                component.follows().stream().filter(wanted::contains))
                        .map(starts::get)
                        .toArray(CompletableFuture[]::new);
                starts.put(
                        component,
                        CompletableFuture.allOf(needs)
                                .thenRunAsync(() -> start(component, progress), threads)
                                .whenComplete((done, failure) -> {
                                    if (failure != null) {
                                        first.compareAndSet(null, failure);
                                        ending = true;
                                    }
                                }));
            }
            CompletableFuture.allOf(starts.values().toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            Throwable failure = Objects.requireNonNullElse(first.get(), e);
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw cause instanceof StackException told ? told : new StackException("the start failed: " + cause, cause);
        }
    }

    /** Once the stack is up, a component that ends before it is ready is started again like any other. */
    void start(Component component) {
        long begin = System.nanoTime();
        Part part = part(component);
        watch(component, alive(component).orElseGet(() -> launch(part)));
        while (!part.isReady()) {
            awaitNextProbe(component, begin);
        }
        part.prepare();
    }

    private void awaitNextProbe(Component component, long begin) {
        if (System.nanoTime() - begin > START_PATIENCE.toNanos()) {
            throw new StackException("%s is not ready after %d s; see %s"
                    .formatted(
                            component.id(),
                            START_PATIENCE.toSeconds(),
                            site.state().log(component)));
        }
        try {
            if (watch.endsWithin(PROBE_EVERY)) {
                throw new StackException("the stack is ending");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while " + component.id() + " started", e);
        }
    }

    private void watch(Component component, ChildProcess process) {
        if (watched.put(component, process) != process) {
            watch.over(component, process);
        }
    }

    private void start(Component component, Stack.Progress progress) {
        long begin = System.nanoTime();
        Part part = part(component);
        ChildProcess process = alive(component).orElseGet(() -> launch(part));
        while (!part.isReady()) {
            if (ending || Thread.currentThread().isInterrupted() || !process.isAlive()) {
                throw new StackException("%s ended before it was ready; see %s"
                        .formatted(component.id(), site.state().log(component)));
            }
            awaitNextProbe(component, begin);
        }
        part.prepare();
        watch(component, process);
        progress.ready(component, Duration.ofNanos(System.nanoTime() - begin));
    }

    private synchronized ChildProcess launch(Part part) {
        if (ending) {
            throw new StackException("the stack is ending");
        }
        ChildProcess process = part.launch();
        running.put(part.component(), process);
        record();
        return process;
    }

    private Optional<ChildProcess> alive(Component component) {
        return Optional.ofNullable(running.get(component)).filter(ChildProcess::isAlive);
    }

    /** As a fault from outside would: the watch is not told. */
    void crash(Component component) {
        running(component).kill();
    }

    void pause(Component component) {
        running(component).pause();
    }

    void resume(Component component) {
        running(component).resume();
    }

    Restarts restarts(Component component) {
        return watch.of(component).all() > 0 ? watch.of(component) : recorded.getOrDefault(component, Restarts.NONE);
    }

    private ChildProcess running(Component component) {
        return alive(component).orElseThrow(() -> new StackException(component.id() + " does not run"));
    }

    void kill(Component component) {
        ChildProcess process = running.remove(component);
        if (process != null) {
            process.kill();
            record();
        }
    }

    void stop(Component component) {
        ChildProcess process = running.remove(component);
        if (process != null) {
            process.stop(part(component).endSignal(), STOP_PATIENCE);
            record();
        }
    }

    void stopAll() {
        ending = true;
        watch.end();
        List<Component> order = new ArrayList<>(wanted);
        Collections.reverse(order);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<Component, CompletableFuture<Void>> ends = new EnumMap<>(Component.class);
            for (Component component : order) {
                CompletableFuture<?>[] users = order.stream()
                        .filter(other -> other.needs().contains(component)
                                || other.follows().contains(component))
                        .map(ends::get)
                        .toArray(CompletableFuture[]::new);
                ends.put(component, CompletableFuture.allOf(users).thenRunAsync(() -> stop(component), threads));
            }
            CompletableFuture.allOf(ends.values().toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            if (lock != null) {
                StackRecord.erase(site.state());
                lock.close();
                lock = null;
            }
        }
    }

    Health health(Component component) {
        ChildProcess process = running.get(component);
        if (process == null || !process.isAlive()) {
            return Health.STOPPED;
        }
        return part(component).isReady() ? Health.READY : Health.NOT_READY;
    }

    private synchronized void record() {
        Map<Component, StackRecord.Entry> entries = new EnumMap<>(Component.class);
        running.forEach((component, process) -> entries.put(component, process.entry()));
        new StackRecord(StackRecord.thisProcess(), ready, wanted, entries, site.ports(), watch.restarts())
                .save(site.state());
    }

    private Part part(Component component) {
        Part part = parts.get(component);
        if (part == null || !wanted.contains(component)) {
            throw new IllegalArgumentException(component.id() + " is not part of this stack");
        }
        return part;
    }

    private final class Wards implements Watch.Ward {

        @Override
        public boolean isCurrent(Component component, ChildProcess process) {
            return !ending && running.get(component) == process;
        }

        @Override
        public ChildProcess replace(Component component, ChildProcess dead) {
            synchronized (Processes.this) {
                if (!isCurrent(component, dead)) {
                    return dead;
                }
                ChildProcess next = launch(part(component));
                watched.put(component, next);
                return next;
            }
        }

        @Override
        public Part part(Component component) {
            return Processes.this.part(component);
        }
    }
}
