package org.heliograph.gate;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the gate on one thread: waits for a policy, opens a session, and opens another after each fault. */
final class GateLoop implements UntilStopped.Attempt {

    private static final Logger LOG = LoggerFactory.getLogger(GateLoop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final String ALARM = "loop";

    /** Some megabytes for each partition of an outbox of which something is delivered again. */
    private static final int MOST_HANDLED = 50_000;

    private static final Duration WHILE_OTHERS_WAIT = Duration.ofMillis(50);

    private final GateClients clients;
    private final CurrentPolicy policies;
    private final RecordJudge judge;
    private final GateStatus status;
    private final GateMetrics metrics;
    private final TransactionSpans spans;
    private final Adoptions adoptions;
    private final InstantSource clock;
    private Duration pause = FIRST_PAUSE;

    GateLoop(
            GateClients clients,
            CurrentPolicy policies,
            RecordJudge judge,
            GateStatus status,
            GateMetrics metrics,
            TransactionSpans spans,
            Adoptions adoptions,
            InstantSource clock) {
        this.clients = clients;
        this.policies = policies;
        this.judge = judge;
        this.status = status;
        this.metrics = metrics;
        this.spans = spans;
        this.adoptions = adoptions;
        this.clock = clock;
    }

    @Override
    public void make(UntilStopped work) throws InterruptedException {
        if (policies.await(FIRST_PAUSE).isPresent()) {
            session(work);
        }
    }

    private void session(UntilStopped work) throws InterruptedException {
        try (GateSession session = open()) {
            while (!work.isStopped()) {
                GatePolicy policy = policies.get().orElseThrow();
                adoptions.judgesBy(policy.version());
                session.step(policy);
                status.alarm(ALARM, null);
                pause = FIRST_PAUSE;
            }
            session.leave();
        }
    }

    @Override
    public Duration pauseAfter(Exception fault) {
        status.alarm(ALARM, fault.getClass().getSimpleName() + ": " + fault.getMessage());
        LOG.warn(
                "event=session-ended pause={} error={} reason=\"{}\"",
                pause,
                fault.getClass().getName(),
                fault.getMessage());
        Duration now = pause;
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        return now;
    }

    private GateSession open() {
        return new GateSession(
                clients.outboxConsumer(),
                clients.turns(),
                new Release(clients::producer, judge, metrics, spans, clock),
                new Redeliveries(
                        new PastDispatches(
                                new KafkaShelf(clients::pastConsumer), judge, MOST_HANDLED, WHILE_OTHERS_WAIT),
                        WHILE_OTHERS_WAIT),
                status,
                clock);
    }
}
