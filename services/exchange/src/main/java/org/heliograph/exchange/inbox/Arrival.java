package org.heliograph.exchange.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that makes sense.
 *
 * @param originator of an event, null otherwise
 * @param eventId of an event, null otherwise
 * @param eventType of an event, null otherwise
 * @param contextId the case whose order, of what one originator says in it, it keeps; null if it waits for nothing
 * @param application applies it, once, inside the transaction
 */
public record Arrival(
        @Nullable String originator,
        @Nullable UUID eventId,
        @Nullable String eventType,
        @Nullable String contextId,
        Runnable application) {}
