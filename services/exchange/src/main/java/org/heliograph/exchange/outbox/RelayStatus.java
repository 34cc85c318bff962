package org.heliograph.exchange.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How the relays of this instance are doing. */
final class RelayStatus {

    /**
     * Trouble that has not ended.
     *
     * @param cause the exception's class, as its text may be long
     */
    record Trouble(Instant since, String cause) {}

    private final Map<Integer, Trouble> troubles = new ConcurrentHashMap<>();

    void working(int bucket) {
        troubles.remove(bucket);
    }

    void failing(int bucket, Exception cause) {
        String name = cause.getClass().getSimpleName();
        troubles.merge(bucket, new Trouble(Instant.now(), name), (first, now) -> new Trouble(first.since(), name));
    }

    void ended(int bucket) {
        troubles.remove(bucket);
    }

    /** By bucket; empty if all is well, or if another instance relays. */
    Map<Integer, Trouble> troubles() {
        return new TreeMap<>(troubles);
    }
}
