package org.heliograph.gate;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Work for a thread of its own that goes on until it is stopped: a fault ends one attempt, and the next follows. */
final class UntilStopped implements Runnable {

    private final Attempt attempt;
    private final CountDownLatch stopped = new CountDownLatch(1);

    UntilStopped(Attempt attempt) {
        this.attempt = attempt;
    }

    interface Attempt {

        /** Goes on until it is stopped, and closes what it opened. May return earlier, and is made again at once. */
        void make(UntilStopped work) throws ExecutionException, InterruptedException;

        /** Tells of what ended an attempt, and says how long the next one waits. */
        Duration pauseAfter(Exception fault);
    }

    /** Any thread; the work ends at its next look. */
    void stop() {
        stopped.countDown();
    }

    @Override
    public void run() {
        try {
            while (!isStopped()) {
                try {
                    attempt.make(this);
                } catch (ExecutionException | RuntimeException fault) {
                    isStoppedWithin(attempt.pauseAfter(fault));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** As {@link #isStopped}, after waiting for it. */
    boolean isStoppedWithin(Duration wait) throws InterruptedException {
        return stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }
}
