package org.heliograph.standalone;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A token for health probes, which would otherwise ask identity for one many times a second. */
final class ProbeToken {

    /** Half the life of a token, or nearly. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(2);

    private final Supplier<String> source;
    private @Nullable String token;
    private long takenAt;

    ProbeToken(Supplier<String> source) {
        this.source = source;
    }

    /** A token, or null while identity gives none. */
    synchronized @Nullable String current() {
        long now = System.nanoTime();
        if (token == null || now - takenAt > GOOD_FOR.toNanos()) {
            try {
                token = source.get();
                takenAt = now;
            } catch (StackException e) {
                token = null;
            }
        }
        return token;
    }
}
