package org.heliograph.liaison.vessels;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.web.PlainText;
import org.heliograph.events.Priority;
import org.heliograph.events.Tlp;
import org.heliograph.events.VesselMeasure;
import org.jspecify.annotations.Nullable;

/** What an officer asks about a vessel. Five fields are needed. */
record NewVerification(
        @Schema(
                description = "An own cooperation request of kind VESSEL_REGISTRY_BOARDING to the flag State alone;"
                        + " it has the clock, and says to whom this goes.")
        @NotNull
        UUID requestId,

        @Schema(defaultValue = "AMBER_STRICT") @Nullable Tlp tlp,
        @Schema(defaultValue = "HIGH") @Nullable Priority priority,
        @PlainText(max = 100) @Nullable String vesselName,
        @NotNull @PlainText(max = 2_000) String description,

        @Schema(description = "ISO 3166-1 alpha-2.") @NotNull
        String claimedFlag,

        @Schema(description = "Port and number as shown on the hull.") @PlainText(max = 100) @Nullable
        String marksOfRegistry,

        @Schema(description = "Seven digits, the last of which is the check digit.") @Nullable
        String imoNumber,

        @Schema(description = "Nine digits.") @Nullable String mmsi,
        @PlainText(max = 20) @Nullable String callSign,

        @Schema(description = "WGS 84, as fine as it is known; it is not rounded.") @NotNull @Valid
        Fix position,

        @NotNull @PlainText(max = 5_000) String groundsForSuspicion,

        @Schema(description = "For which authorisation is asked; none asks for the registry alone.")
        @Size(max = 3)
        @Nullable
        List<@NotNull VesselMeasure> proposedMeasures,

        @Schema(description = "Four hours from now if not given.") @Nullable
        Instant replyBy) {

    record Fix(
            @NotNull Double lat,
            @NotNull Double lon,
            @Nullable Double precisionKm) {}
}
