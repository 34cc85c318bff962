package org.heliograph.desk.incidents;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A report as it was stored.
 *
 * @param storedAt when it was received, or reported
 * @param incident an {@link IncidentView} as JSON: a word of a later version passes through
 */
public record StoredIncident(UUID eventId, IncidentDirection direction, Instant storedAt, JsonNode incident) {}
