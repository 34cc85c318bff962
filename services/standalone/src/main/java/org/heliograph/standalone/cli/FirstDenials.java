package org.heliograph.standalone.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import tools.jackson.databind.JsonNode;

/**
 * Tries, with the party's own secret, what a suspension takes from it, and remembers when it was first denied. Begins
 * before the suspension is applied; a party whose secret is not here is not tried.
 */
final class FirstDenials implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Instant begun;
    private final String party;
    private final Map<String, Instant> denied = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> awaited = new LinkedHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Admin admin;

    /** @param begun when the command began */
    FirstDenials(Stack stack, String party, Instant begun) {
        this.begun = begun;
        this.party = party;
        this.admin = Admin.create(stack.brokerClients(party).admin());
        watch(
                "identity refuses %s a token (tried)".formatted(party),
                () -> !stack.tokens().isGiven(party, "broker"));
        watch("the broker shows %s no topic, on an open connection (tried)".formatted(party), this::seesNothing);
    }

    private void watch(String what, BooleanSupplier isDenied) {
        if (isDenied.getAsBoolean()) {
            // It was denied before the command began: nothing to measure.
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        awaited.put(what, done);
        threads.execute(() -> {
            while (!isDenied.getAsBoolean()) {
                if (isClosedWithin(PAUSE)) {
                    return;
                }
            }
            denied.put(what, Instant.now());
            done.countDown();
        });
    }

    private boolean seesNothing() {
        try {
            return admin.listTopics().names().get().isEmpty();
        } catch (ExecutionException e) {
            throw new StackException("the broker does not answer %s: %s".formatted(party, e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while asking the broker", e);
        }
    }

    private boolean isClosedWithin(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Seconds from the begin of the command, in the order in which it happened; waits for what is not denied yet. */
    SortedMap<Double, String> seconds(JsonNode outcome) {
        SortedMap<Double, String> seconds = milestones(outcome, begun);
        awaited.forEach((what, done) -> {
            try {
                if (!done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new StackException("not within %d seconds: %s".formatted(PATIENCE.toSeconds(), what));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackException("interrupted while waiting until " + what, e);
            }
            put(seconds, begun, denied.getOrDefault(what, Instant.now()), what);
        });
        return seconds;
    }

    /** What operations itself tells; all that is known of a party whose secret is not here. */
    static SortedMap<Double, String> milestones(JsonNode outcome, Instant begun) {
        SortedMap<Double, String> seconds = new TreeMap<>();
        Map.of(
                        "identity", "identity has the list of suspended parties",
                        "gate", "the gate judges by the version",
                        "broker", "its rights are gone at the broker")
                .forEach((place, what) -> {
                    String at = outcome.path("milestones").path(place).asString("");
                    if (!at.isEmpty()) {
                        put(seconds, begun, Instant.parse(at), what);
                    }
                });
        return seconds;
    }

    private static void put(SortedMap<Double, String> seconds, Instant begun, Instant at, String what) {
        double after = Duration.between(begun, at).toMillis() / 1000.0;
        seconds.merge(after, what, (one, other) -> one + "; " + other);
    }

    @Override
    public void close() {
        closed.countDown();
        threads.close();
        admin.close(Duration.ofSeconds(5));
    }
}
