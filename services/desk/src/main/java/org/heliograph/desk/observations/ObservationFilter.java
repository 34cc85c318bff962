package org.heliograph.desk.observations;

import java.time.LocalDate;
import org.heliograph.events.GeoLevel;
import org.jspecify.annotations.Nullable;

/**
 * Which observations are wanted; null wants all.
 *
 * @param from first day: periods that begin before it are left out
 * @param to last day: periods that end after it are left out
 */
public record ObservationFilter(
        @Nullable String originator,
        @Nullable String indicator,
        @Nullable GeoLevel geoLevel,
        @Nullable String geoCode,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
