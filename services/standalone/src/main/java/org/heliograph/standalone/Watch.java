package org.heliograph.standalone;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts components again that ended without being told to, each on a thread of its own, for as long as it takes. */
final class Watch {

    private static final Duration PROBE_EVERY = Duration.ofMillis(200);

    private final Map<Component, Restarts> restarts = new EnumMap<>(Component.class);
    private final Ward ward;
    private volatile CountDownLatch over = new CountDownLatch(1);
    private volatile Stack.Progress progress = (component, took) -> {};

    /** What the watch may do with processes. */
    interface Ward {

        /** Whether this is still the process that the component should have. */
        boolean isCurrent(Component component, ChildProcess process);

        /** Starts another in place of this one; the same one if that is no longer wanted. */
        ChildProcess replace(Component component, ChildProcess dead);

        Part part(Component component);
    }

    Watch(Ward ward) {
        this.ward = ward;
    }

    void begin(Stack.Progress listener) {
        progress = listener;
        over = new CountDownLatch(1);
    }

    /** Nothing is started again from now on. */
    void end() {
        over.countDown();
    }

    /** Waits so long, or until the watch ends, and says whether it did. */
    boolean endsWithin(Duration pause) throws InterruptedException {
        return over.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized Map<Component, Restarts> restarts() {
        return Map.copyOf(restarts);
    }

    synchronized Restarts of(Component component) {
        return restarts.getOrDefault(component, Restarts.NONE);
    }

    private synchronized Restarts count(Component component, Duration life) {
        return restarts.merge(component, Restarts.NONE.after(life), (before, first) -> before.after(life));
    }

    /** From now on a component that was ready is kept up. */
    void over(Component component, ChildProcess process) {
        Thread.ofVirtual().name("watch-" + component.id()).start(() -> {
            try {
                keepUp(component, process);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void keepUp(Component component, ChildProcess first) throws InterruptedException {
        ChildProcess process = first;
        while (true) {
            long begin = System.nanoTime();
            process.awaitEnd();
            if (!ward.isCurrent(component, process)) {
                return;
            }
            Restarts count = count(component, Duration.ofNanos(System.nanoTime() - begin));
            progress.ended(component, count);
            if (endsWithin(count.pause())) {
                return;
            }
            ChildProcess next = attempt(component, process);
            if (!ward.isCurrent(component, next)) {
                return;
            }
            process = next;
            awaitReady(component, process);
        }
    }

    private ChildProcess attempt(Component component, ChildProcess dead) {
        try {
            return ward.replace(component, dead);
        } catch (RuntimeException e) {
            // Such as a full disk, on which not even its settings can be written: counts as one that ended at once.
            progress.cannotStart(component, e);
            return dead;
        }
    }

    private void awaitReady(Component component, ChildProcess process) {
        long begin = System.nanoTime();
        Part part = ward.part(component);
        while (process.isAlive() && ward.isCurrent(component, process)) {
            if (isReady(part)) {
                progress.ready(component, Duration.ofNanos(System.nanoTime() - begin));
                return;
            }
            process.endsWithin(PROBE_EVERY);
        }
    }

    private static boolean isReady(Part part) {
        try {
            if (part.isReady()) {
                part.prepare();
                return true;
            }
        } catch (RuntimeException e) {
            // It went away again in between.
        }
        return false;
    }
}
