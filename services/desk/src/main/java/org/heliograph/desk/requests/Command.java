package org.heliograph.desk.requests;

import java.time.Instant;
import java.util.UUID;
import org.heliograph.cooperation.Action;

/**
 * A requester's command to an addressee's instance. Whether it came in time is for that instance to say.
 *
 * @param role a function, never a name
 */
public record Command(
        UUID eventId,
        UUID requestId,
        Direction direction,
        String requester,
        String addressee,
        String role,
        Action action,
        Instant askedAt) {}
