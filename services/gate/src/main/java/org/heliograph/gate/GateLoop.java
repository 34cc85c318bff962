package org.heliograph.gate;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the gate on one thread until it is stopped: waits for a policy, opens a session, and opens another after each
 * fault.
 */
final class GateLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(GateLoop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final String ALARM = "loop";

    private final GateClients clients;
    private final CurrentPolicy policies;
    private final RecordJudge judge;
    private final GateStatus status;
    private final GateMetrics metrics;
    private final Adoptions adoptions;
    private final InstantSource clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Duration pause = FIRST_PAUSE;

    GateLoop(
            GateClients clients,
            CurrentPolicy policies,
            RecordJudge judge,
            GateStatus status,
            GateMetrics metrics,
            Adoptions adoptions,
            InstantSource clock) {
        this.clients = clients;
        this.policies = policies;
        this.judge = judge;
        this.status = status;
        this.metrics = metrics;
        this.adoptions = adoptions;
        this.clock = clock;
    }

    void stop() {
        stopped.countDown();
    }

    @Override
    public void run() {
        try {
            while (!isStopped(Duration.ZERO)) {
                if (policies.await(FIRST_PAUSE).isPresent()) {
                    session();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void session() throws InterruptedException {
        try (GateSession session = open()) {
            while (!isStopped(Duration.ZERO)) {
                GatePolicy policy = policies.get().orElseThrow();
                adoptions.judgesBy(policy.version());
                session.step(policy);
                status.alarm(ALARM, null);
                pause = FIRST_PAUSE;
            }
            session.leave();
        } catch (RuntimeException e) {
            status.alarm(ALARM, e.getClass().getSimpleName() + ": " + e.getMessage());
            LOG.warn(
                    "event=session-ended pause={} error={} reason=\"{}\"",
                    pause,
                    e.getClass().getName(),
                    e.getMessage());
            isStopped(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private GateSession open() {
        return new GateSession(
                clients.outboxConsumer(),
                clients.turns(),
                new Release(clients::producer, judge, metrics, clock),
                status,
                clock);
    }

    private boolean isStopped(Duration wait) throws InterruptedException {
        return stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }
}
