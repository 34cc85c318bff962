package org.heliograph.exchange.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be applied, or that waits behind one of its case. Without its content: what is here may be
 * shown to an operator.
 *
 * @param id of the letter, in the database of this service
 * @param topic where the record lies
 * @param partition of the topic, from 0
 * @param offset of the record
 * @param originator who sent it, null where nothing says so
 * @param eventId of the event, null where nothing says so
 * @param eventType null if the record made no sense
 * @param contextId the case, null if the record made no sense
 * @param reason kind and place of the failure; never a word of the event
 * @param behind the letter that it waits for, null if it is the trouble itself
 * @param at since when it has been here
 * @param resolution how it ended, null while it is open
 * @param resolvedAt when it ended, null while it is open
 * @param discard what one person wants and another has to confirm, null if nobody does
 */
public record DeadLetter(
        long id,
        String topic,
        int partition,
        long offset,
        @Nullable String originator,
        @Nullable UUID eventId,
        @Nullable String eventType,
        @Nullable String contextId,
        String reason,
        @Nullable Long behind,
        Instant at,
        @Nullable Resolution resolution,
        @Nullable Instant resolvedAt,
        @Nullable Discard discard) {

    /** The reason of a letter that has not been tried, because one of its case waits before it. */
    static final String WAITS = "waits behind a dead letter of its case from the same originator";

    /** How a letter ended. */
    public enum Resolution {
        /** A later try applied it, or found that it had been applied. */
        APPLIED,
        /** Two people gave it up. */
        DISCARDED,
        /** It was given back: its originator has been told, and may send it anew. */
        RETURNED,
        /** Its originator took the copy back; the content is gone here too. */
        RECALLED
    }

    /**
     * That somebody wants to give it up.
     *
     * @param by who proposed it; somebody else has to confirm
     */
    public record Discard(String by, String reason) {}

    /**
     * What was done about a letter.
     *
     * @param act such as RETRY_FAILED
     * @param actor a user name, or the name of a system
     * @param reason of a failure its kind and place, of what gives it up what was given; null otherwise
     * @param notice id of the {@code control.delivery} by which the platform knows of it; null if there is none, as
     *     nobody knows which event the letter holds
     */
    public record Act(
            String act,
            String actor,
            @Nullable String reason,
            Instant at,
            @Nullable UUID notice) {}

    /** Whether it still waits. */
    public boolean isOpen() {
        return resolution == null;
    }
}
