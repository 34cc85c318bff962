package org.heliograph.exchange.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one bucket, on a virtual thread of its own, for as long as the connection that holds its lock lives. */
final class BucketRelay {

    private static final Logger log = LoggerFactory.getLogger(BucketRelay.class);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(200);
    private static final Duration END_WITHIN = Duration.ofSeconds(20);

    private final RelayContext context;
    private final RelayConnection connection;
    private final int bucket;
    private final Duration maxBackOff;
    private final RelayStatus status;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopped;

    BucketRelay(RelayContext context, RelayConnection connection, int bucket, Duration maxBackOff, RelayStatus status) {
        this.context = context;
        this.connection = connection;
        this.bucket = bucket;
        this.maxBackOff = maxBackOff;
        this.status = status;
        this.thread = Thread.ofVirtual().name("outbox-relay-" + bucket).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Says that there may be something to send. */
    void wake() {
        work.release();
    }

    /** Asks it to end; not by interrupt, which would tear the shared connection's socket down. */
    void stop() {
        stopped = true;
        wake();
    }

    void join() {
        try {
            if (!thread.join(END_WITHIN)) {
                log.warn("outbox.relay did not end in time bucket={}", bucket);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration backOff = FIRST_BACK_OFF;
        try {
            while (goesOn() && awaitWork()) {
                try (BucketSession session = BucketSession.begin(context, connection, bucket)) {
                    do {
                        while (goesOn() && session.sendChunk() > 0) {
                            status.working(bucket);
                            backOff = FIRST_BACK_OFF;
                        }
                        status.working(bucket);
                    } while (goesOn() && awaitWork());
                } catch (SQLException | RuntimeException e) {
                    if (stopped || connection.isLost()) {
                        return;
                    }
                    status.failing(bucket, e);
                    log.warn("outbox.relay failed bucket={} retryIn={} cause={}", bucket, backOff, e.toString());
                    pause(backOff);
                    backOff = min(backOff.multipliedBy(2), maxBackOff);
                    wake();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            status.ended(bucket);
        }
    }

    private boolean goesOn() {
        return !stopped && !connection.isLost();
    }

    private boolean awaitWork() throws InterruptedException {
        work.acquire();
        work.drainPermits();
        return goesOn();
    }

    // Ends early when stopped, but not for each new row.
    private void pause(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); goesOn() && left > 0; left = end - System.nanoTime()) {
            work.tryAcquire(Math.min(left, TimeUnit.MILLISECONDS.toNanos(200)), TimeUnit.NANOSECONDS);
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
