package org.heliograph.iom.analysis;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What may be told to everybody of a route in a month (R13). A figure that is absent is unknown or suppressed; which of
 * the two is not told.
 */
public record ToldMonth(
        String route,

        @Schema(type = "string", format = "year-month", example = "2026-03")
        YearMonth month,

        @Nullable Integer incidents,
        @Nullable Integer persons,
        @Nullable Integer dead,
        @Nullable Integer missing) {}
