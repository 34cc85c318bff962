package org.heliograph.standalone.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.standalone.StackException;

/** Looks at the client many times a second, and remembers what it committed too early. One thread. */
final class Lookout {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final CheckEndpoint endpoint;
    private final ClientGroup group;
    private final List<Played> played = new ArrayList<>();
    private Optional<String> instance = Optional.empty();
    private final Set<Played> committedAlone = new LinkedHashSet<>();
    private Optional<String> tooEarly = Optional.empty();
    private boolean hasPlayed;
    private boolean restarted;

    Lookout(CheckEndpoint endpoint, ClientGroup group) {
        this.endpoint = endpoint;
        this.group = group;
    }

    /** From now on these count: nothing of them may be committed before it is handled. */
    void over(List<Played> more) {
        played.addAll(more);
        hasPlayed |= !more.isEmpty();
    }

    /** What was committed too early so far, if anything: the first of it. */
    Optional<String> tooEarly() {
        return tooEarly;
    }

    /** Whether something was played. */
    boolean hasSeenSomething() {
        return hasPlayed;
    }

    /** Whether the client was started anew since the last call: then its counts began again. */
    boolean wasRestarted() {
        boolean was = restarted;
        restarted = false;
        return was;
    }

    /** Looks until something is seen, or the patience is over; the last look. */
    Observation await(Duration patience, Predicate<Observation> until) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Observation seen = look();
            if (until.test(seen) || System.nanoTime() > end) {
                return seen;
            }
            pause();
        }
    }

    /** Waits without a look, while the broker says nothing; whether it came to be before the patience was over. */
    static boolean awaitBlindly(Duration patience, BooleanSupplier until) {
        long end = System.nanoTime() + patience.toNanos();
        while (!until.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private Observation look() {
        // In this order: what the client handles in between is handled later than what was committed.
        Map<TopicPartition, Long> committed;
        try {
            committed = group.committed();
        } catch (StackException e) {
            // It has been silent a moment ago, or is about to end.
            return new Observation(Optional.empty(), Objects.toString(e.getMessage(), ""), Map.of());
        }
        try {
            Sight sight = endpoint.look();
            noteInstance(sight.instance());
            Observation seen = new Observation(Optional.of(sight), "", committed);
            if (tooEarly.isEmpty()) {
                tooEarly = Judge.committedTooEarly(committedAlone, seen);
                committedAlone.addAll(Judge.committedAlone(played, seen));
            }
            return seen;
        } catch (CheckEndpoint.SilentClientException e) {
            return new Observation(Optional.empty(), e.problem(), committed);
        }
    }

    private void noteInstance(String found) {
        if (instance.filter(known -> !known.equals(found)).isPresent()) {
            restarted = true;
            played.clear();
            committedAlone.clear();
        }
        instance = Optional.of(found);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while looking at the client", e);
        }
    }
}
