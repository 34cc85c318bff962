package org.heliograph.desk.requests;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Makes a round again and again while the service runs; a round that fails is made again the next time. */
final class Rounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    private final String what;
    private final Runnable round;
    private final Duration every;
    private final Semaphore stopping = new Semaphore(0);
    private volatile @Nullable Thread keeper;

    /** @param what the rounds are for, of the thread and the log */
    Rounds(String what, Runnable round, Duration every) {
        this.what = what;
        this.round = round;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        if (keeper == null) {
            stopping.drainPermits();
            keeper = Thread.ofVirtual().name(what).start(this::keep);
        }
    }

    @Override
    public synchronized void stop() {
        Thread running = keeper;
        if (running != null) {
            stopping.release();
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            keeper = null;
        }
    }

    @Override
    public boolean isRunning() {
        return keeper != null;
    }

    private void keep() {
        try {
            while (!stopping.tryAcquire(every.toNanos(), TimeUnit.NANOSECONDS)) {
                go();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void go() {
        try {
            round.run();
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("round", what)
                    .addKeyValue("cause", e.toString())
                    .log("round failed");
        }
    }
}
