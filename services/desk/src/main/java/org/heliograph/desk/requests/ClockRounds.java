package org.heliograph.desk.requests;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Makes a {@link ClockRound} again and again while the service runs. */
final class ClockRounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ClockRounds.class);

    private final ClockRound round;
    private final Duration every;
    private final Semaphore stopping = new Semaphore(0);
    private volatile @Nullable Thread keeper;

    ClockRounds(ClockRound round, Duration every) {
        this.round = round;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        if (keeper == null) {
            stopping.drainPermits();
            keeper = Thread.ofVirtual().name("request-clocks").start(this::keep);
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
            round.go();
        } catch (RuntimeException e) {
            log.atWarn().addKeyValue("cause", e.toString()).log("no look at the clocks of requests");
        }
    }
}
