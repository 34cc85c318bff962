package org.heliograph.desk.requests.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.heliograph.cooperation.Details;
import org.heliograph.desk.web.Given;
import org.heliograph.desk.web.PlainText;
import org.heliograph.events.VesselMeasure;
import org.jspecify.annotations.Nullable;

/** What a flag State is asked about a vessel. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VesselDetails(
        @PlainText(max = 200) @Nullable String vesselName,
        @NotNull @PlainText(max = 2_000) String description,

        @Schema(description = "ISO 3166-1 alpha-2.") @NotNull @PlainText(max = 2)
        String claimedFlag,

        @PlainText(max = 200) @Nullable String marksOfRegistry,

        @Schema(example = "9074729") @PlainText(max = 7) @Nullable
        String imoNumber,

        @PlainText(max = 9) @Nullable String mmsi,
        @PlainText(max = 20) @Nullable String callSign,
        @NotNull @Valid VesselPosition position,
        @NotNull @PlainText(max = 5_000) String groundsForSuspicion,

        @Schema(description = "For which authorisation is asked; none asks for the registry alone.")
        @Size(max = 10)
        @Nullable
        List<@NotNull VesselMeasure> proposedMeasures)
        implements DetailsOfKind {

    static VesselDetails of(Details.VesselRegistryBoarding vessel) {
        Details.ExactPosition position = vessel.position();
        return new VesselDetails(
                vessel.vesselName(),
                vessel.description(),
                vessel.claimedFlag(),
                vessel.marksOfRegistry(),
                vessel.imoNumber(),
                vessel.mmsi(),
                vessel.callSign(),
                new VesselPosition(position.lat(), position.lon(), position.precisionKm()),
                vessel.groundsForSuspicion(),
                vessel.proposedMeasures());
    }

    @Override
    public Details details(List<String> everybody) {
        return new Details.VesselRegistryBoarding(
                vesselName,
                description,
                claimedFlag,
                marksOfRegistry,
                imoNumber,
                mmsi,
                callSign,
                new Details.ExactPosition(position.lat(), position.lon(), position.precisionKm()),
                groundsForSuspicion,
                Given.orEmpty(proposedMeasures));
    }

    /** WGS 84; it is not rounded. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VesselPosition(
            @NotNull @DecimalMin("-90") @DecimalMax("90") Double lat,
            @NotNull @DecimalMin("-180") @DecimalMax("180") Double lon,
            @PositiveOrZero @Nullable Double precisionKm) {}
}
