package org.heliograph.operations.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of a party's service, oldest first, without content.
 *
 * @param some the first of them
 * @param open how many wait in all
 * @param silence why nothing is known; empty if it is
 */
record Letters(String party, List<Letter> some, long open, Optional<Others.Silence> silence) {

    Letters {
        some = List.copyOf(some);
    }

    static Letters unknown(String party, Others.Silence silence) {
        return new Letters(party, List.of(), 0, Optional.of(silence));
    }

    /** As {@code silence}; null if something is known. */
    public Others.@Nullable Silence reason() {
        return silence.orElse(null);
    }

    /**
     * One of them.
     *
     * @param eventType null if the record made no sense
     * @param originator null if nothing says so
     * @param reason kind and place of the failure
     * @param behind the letter that it waits for; null if it is the trouble itself
     * @param proposer who wants to give it up; null if nobody does
     */
    record Letter(
            long id,
            @Nullable Instant at,
            @Nullable String eventType,
            @Nullable String originator,
            String topic,
            int partition,
            long offset,
            String reason,
            @Nullable Long behind,
            @Nullable String proposer) {}
}
