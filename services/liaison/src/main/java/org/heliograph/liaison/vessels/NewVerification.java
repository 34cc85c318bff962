package org.heliograph.liaison.vessels;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.cooperation.Details;
import org.heliograph.desk.web.PlainText;
import org.heliograph.events.Priority;
import org.heliograph.events.Tlp;
import org.heliograph.events.VesselMeasure;
import org.jspecify.annotations.Nullable;

/**
 * What an officer asks about a vessel. Of the vessel, what is not given is taken from the details of the request; what
 * is given counts instead, such as a newer position.
 */
record NewVerification(
        @Schema(
                description = "An own cooperation request of kind VESSEL_REGISTRY_BOARDING to the flag State alone;"
                        + " it has the clock, and says to whom this goes.")
        @NotNull
        UUID requestId,

        @Schema(defaultValue = "AMBER_STRICT") @Nullable Tlp tlp,
        @Schema(defaultValue = "HIGH") @Nullable Priority priority,
        @PlainText(max = 100) @Nullable String vesselName,
        @PlainText(max = 2_000) @Nullable String description,

        @Schema(description = "ISO 3166-1 alpha-2.") @Nullable
        String claimedFlag,

        @Schema(description = "Port and number as shown on the hull.") @PlainText(max = 100) @Nullable
        String marksOfRegistry,

        @Schema(description = "Seven digits, the last of which is the check digit.") @Nullable
        String imoNumber,

        @Schema(description = "Nine digits.") @Nullable String mmsi,
        @PlainText(max = 20) @Nullable String callSign,

        @Schema(description = "WGS 84, as fine as it is known; it is not rounded.") @Valid @Nullable
        Fix position,

        @PlainText(max = 5_000) @Nullable String groundsForSuspicion,

        @Schema(description = "For which authorisation is asked; none asks for the registry alone.")
        @Size(max = 3)
        @Nullable
        List<@NotNull VesselMeasure> proposedMeasures,

        @Schema(description = "Four hours from now if not given, or when the request is due if that is sooner.")
        @Nullable
        Instant replyBy) {

    record Fix(
            @NotNull Double lat,
            @NotNull Double lon,
            @Nullable Double precisionKm) {

        private static Fix of(Details.ExactPosition position) {
            return new Fix(position.lat(), position.lon(), position.precisionKm());
        }
    }

    /** With what the request says of the vessel where this says nothing. */
    NewVerification or(Details.VesselRegistryBoarding vessel) {
        return new NewVerification(
                requestId,
                tlp,
                priority,
                vesselName == null ? vessel.vesselName() : vesselName,
                description == null ? vessel.description() : description,
                claimedFlag == null ? vessel.claimedFlag() : claimedFlag,
                marksOfRegistry == null ? vessel.marksOfRegistry() : marksOfRegistry,
                imoNumber == null ? vessel.imoNumber() : imoNumber,
                mmsi == null ? vessel.mmsi() : mmsi,
                callSign == null ? vessel.callSign() : callSign,
                position == null ? Fix.of(vessel.position()) : position,
                groundsForSuspicion == null ? vessel.groundsForSuspicion() : groundsForSuspicion,
                proposedMeasures == null ? vessel.proposedMeasures() : proposedMeasures,
                replyBy);
    }
}
