package org.heliograph.desk.alerts;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * An alert as it was stored.
 *
 * @param alert a {@link RouteAlertView} as JSON: a word of a later version passes through
 */
public record ReceivedAlert(Instant receivedAt, JsonNode alert) {}
