package org.heliograph.iom.analysis;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a route in a month. A number that is absent is unknown, never 0.
 *
 * @param route null for incidents that stand in the case of no route alert
 * @param alerts cases of alerts, without those that were withdrawn
 * @param persons in those incidents that say how many
 * @param dead in those incidents that say how many
 * @param missing in those incidents that say how many
 */
public record RouteMonth(
        @Nullable String route,

        @Schema(type = "string", format = "year-month", example = "2026-03")
        YearMonth month,

        int alerts,
        int incidents,
        @Nullable Integer persons,
        @Nullable Integer dead,
        @Nullable Integer missing) {}
