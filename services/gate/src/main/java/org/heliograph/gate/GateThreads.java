package org.heliograph.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * Starts and ends the gate's threads with the application. A thread that dies of an error makes the application not
 * live.
 */
final class GateThreads implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GateThreads.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(20);

    private final UntilStopped follower;
    private final UntilStopped loop;
    private final UntilStopped adoptions;
    private final ApplicationEventPublisher events;
    private final List<Thread> threads = new ArrayList<>();

    GateThreads(PolicyFollower follower, GateLoop loop, Adoptions adoptions, ApplicationEventPublisher events) {
        this.follower = new UntilStopped(follower);
        this.loop = new UntilStopped(loop);
        this.adoptions = new UntilStopped(adoptions);
        this.events = events;
    }

    @Override
    public synchronized void start() {
        threads.add(start("policy-follower", follower));
        threads.add(start("release-loop", loop));
        threads.add(start("policy-adoptions", adoptions));
    }

    @Override
    public synchronized void stop() {
        loop.stop();
        follower.stop();
        boolean ended = true;
        for (Thread thread : threads) {
            // Last of all, and only once nothing is judged any more.
            if (thread == threads.getLast() && ended) {
                adoptions.stop();
            }
            ended &= await(thread);
        }
        threads.clear();
    }

    private static boolean await(Thread thread) {
        try {
            if (thread.join(LONGEST_END)) {
                return true;
            }
            LOG.warn("event=thread-not-ended thread={}", thread.getName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }

    private Thread start(String name, Runnable work) {
        return Thread.ofPlatform()
                .name(name)
                .uncaughtExceptionHandler((thread, error) -> {
                    LOG.error(
                            "event=thread-died thread={} error={}",
                            thread.getName(),
                            error.getClass().getName());
                    AvailabilityChangeEvent.publish(events, error, LivenessState.BROKEN);
                })
                .start(work);
    }
}
