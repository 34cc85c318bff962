package org.heliograph.desk.requests;

import java.util.UUID;
import org.heliograph.cooperation.Step;

/**
 * A numbered step with what the desk knows of it.
 *
 * @param actorRole a function, never a name
 * @param eventId of the event that told it
 */
public record RecordedStep(String addressee, Step step, String actorRole, UUID eventId) {}
