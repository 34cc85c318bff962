package org.heliograph.desk.requests;

import java.util.UUID;
import org.heliograph.cooperation.Step;
import org.jspecify.annotations.Nullable;

/**
 * A numbered step with what the desk knows of it.
 *
 * @param actorRole a function, never a name
 * @param eventId of the event that told it
 * @param causation the event that led to it: a command, or else the request; null where an earlier version kept none
 */
public record RecordedStep(
        String addressee,
        Step step,
        String actorRole,
        UUID eventId,
        @Nullable UUID causation) {

    RecordedStep by(String role) {
        return new RecordedStep(addressee, step, role, eventId, causation);
    }
}
