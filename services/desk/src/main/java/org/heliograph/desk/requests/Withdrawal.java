package org.heliograph.desk.requests;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A requester's command to an addressee's instance. Whether it came in time is for that instance to say.
 *
 * @param role a function, never a name
 */
public record Withdrawal(
        UUID eventId,
        UUID requestId,
        Direction direction,
        String requester,
        String addressee,
        String role,
        @Nullable String reason,
        Instant askedAt) {}
