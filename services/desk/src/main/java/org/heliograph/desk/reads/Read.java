package org.heliograph.desk.reads;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody read an event by REST: a link of the chain.
 *
 * @param number from 1 without gaps
 * @param account as the token names it: of an officer, or of a system
 * @param role a function such as {@code officer}
 * @param way whether it was asked for by its id, or shown in a list
 * @param previous the hash of the link before
 * @param hash of all the others
 */
public record Read(
        long number,
        Instant at,
        String account,
        String role,
        String eventType,
        UUID eventId,
        String originator,
        Way way,
        String previous,
        String hash) {

    /** How an event was read. */
    public enum Way {
        /** It was asked for by its id. */
        ONE,
        /** It was shown in a list. */
        LIST
    }

    /** An event that is read. */
    public record Subject(String eventType, UUID eventId, String originator) {}

    /** Who reads. */
    public record Reader(String account, String role) {}
}
