package org.heliograph.gate;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The policy by which records are judged now. Written by the follower, read by the loop. */
final class CurrentPolicy {

    private final CountDownLatch first = new CountDownLatch(1);
    private volatile @Nullable GatePolicy policy;

    void set(GatePolicy adopted) {
        policy = adopted;
        first.countDown();
    }

    Optional<GatePolicy> get() {
        return Optional.ofNullable(policy);
    }

    /** Waits for the first policy; empty if none came in time. */
    Optional<GatePolicy> await(Duration longest) throws InterruptedException {
        boolean there = first.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        return there ? get() : Optional.empty();
    }
}
