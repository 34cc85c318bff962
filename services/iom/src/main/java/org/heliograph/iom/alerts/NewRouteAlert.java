package org.heliograph.iom.alerts;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.desk.web.Given;
import org.heliograph.desk.web.PartyId;
import org.heliograph.desk.web.PlainText;
import org.heliograph.events.Certainty;
import org.heliograph.events.Distribution;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.RouteAlertKind;
import org.heliograph.events.Severity;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.events.TransportMode;
import org.heliograph.events.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * A route alert as an analyst writes it. Eight fields are needed; the others are unknown when absent, or have safe
 * defaults.
 */
record NewRouteAlert(
        @Schema(description = "What the whole case is: an exercise never becomes real.") @NotNull
        Status status,

        @Schema(description = "The case that the alert goes on with; a new one without.") @Nullable
        UUID caseId,

        @Schema(defaultValue = "GREEN") @Nullable Tlp tlp,
        @Schema(defaultValue = "MEDIUM") @Nullable Priority priority,

        @Schema(description = "Parties that get it; needed from AMBER up.") @Size(max = 200) @Nullable
        List<@NotNull @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED) String> releasableTo,

        @Schema(description = "Parties that do not get it, whatever else is said.") @Size(max = 200) @Nullable
        List<@NotNull @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED) String> notReleasableTo,

        @NotNull @PlainText(max = 100) String routeId,
        @NotNull RouteAlertKind alertKind,
        @NotNull Urgency urgency,
        @NotNull Severity severity,
        @NotNull Certainty certainty,
        @Size(max = 4) @Nullable List<@NotNull TransportMode> modes,

        @Schema(description = "In order along the route.") @Size(max = 50) @Nullable
        List<@Valid @NotNull Segment> segments,

        @Schema(description = "ISO 3166-1 alpha-2.") @Size(max = 50) @Nullable
        List<@NotNull String> originCountries,

        @Size(max = 50) @Nullable List<@NotNull String> transitCountries,
        @Size(max = 50) @Nullable List<@NotNull String> destinationCountries,
        @Valid @Nullable Persons personsEstimate,
        @Valid @Nullable Fees feeRange,
        @Size(max = 20) @Nullable List<@NotNull @PlainText(max = 200) String> recruitmentChannels,
        @Size(max = 20) @Nullable List<@NotNull @PlainText(max = 200) String> concealmentMethods,
        @NotNull Instant validFrom,
        @Nullable Instant validTo,
        @NotNull @PlainText(max = 5_000) String summary) {

    private static final List<Purpose> PURPOSES =
            List.of(Purpose.STRATEGIC_ANALYSIS, Purpose.OPERATIONAL_LE, Purpose.PREVENTION_INFORMATION);

    /** How it is to be treated. */
    Handling handling() {
        return new Handling(Objects.requireNonNullElse(tlp, Tlp.GREEN), List.of(), null, PURPOSES, null, false);
    }

    /** To whom it goes. */
    Distribution distribution() {
        return new Distribution(Given.orEmpty(releasableTo), Given.orEmpty(notReleasableTo));
    }

    record Segment(
            @NotNull @Valid Location fromPlace,
            @NotNull @Valid Location toPlace,
            @PlainText(max = 200) @Nullable String crossing) {}

    record Location(
            @NotNull @PlainText(max = 200) String name,
            @Nullable String country,
            @Nullable String unlocode,

            @Schema(description = "WGS 84; leaves this service rounded.") @Valid @Nullable
            Point position) {}

    record Point(
            @NotNull Double lat,
            @NotNull Double lon,
            @PositiveOrZero @Nullable Double precisionKm) {}

    record Persons(
            @Nullable Integer min,
            @Nullable Integer max,

            @Schema(description = "ISO 8601 duration or interval.", example = "P1M") @NotNull
            String period) {}

    record Fees(
            @Digits(integer = 10, fraction = 2) @Nullable BigDecimal min,
            @Digits(integer = 10, fraction = 2) @Nullable BigDecimal max,
            @Schema(description = "ISO 4217.") @NotNull String currency) {}
}
