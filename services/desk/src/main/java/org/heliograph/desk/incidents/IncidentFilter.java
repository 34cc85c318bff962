package org.heliograph.desk.incidents;

import java.time.Instant;
import org.heliograph.events.IncidentType;
import org.jspecify.annotations.Nullable;

/**
 * Which reports are wanted; null wants all.
 *
 * @param from time from which on incidents happened
 * @param to time before which they happened
 */
public record IncidentFilter(
        @Nullable IncidentDirection direction,
        @Nullable String originator,
        @Nullable IncidentType type,
        @Nullable Instant from,
        @Nullable Instant to) {}
