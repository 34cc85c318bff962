package org.heliograph.desk.observations.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.heliograph.desk.journal.MessageDefaults;
import org.heliograph.desk.journal.NewMessage;
import org.heliograph.desk.observations.NewObservation;
import org.heliograph.desk.web.PartyId;
import org.heliograph.desk.web.PlainText;
import org.heliograph.events.EstimateType;
import org.heliograph.events.GeoLevel;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.ObservationDims;
import org.heliograph.events.ObservationUnit;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.ResearchObservation;
import org.heliograph.events.Sex;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.events.TransportMode;
import org.jspecify.annotations.Nullable;

/** A number as a data steward writes it. What is absent is unknown, never 0. */
record ObservationBody(
        @Schema(description = "What the whole case is: an exercise never becomes real.") @NotNull
        Status status,

        @Schema(
                description = "CLEAR is for everybody, 30 days after the period at the earliest.",
                defaultValue = "GREEN")
        @Nullable
        Tlp tlp,

        @Schema(defaultValue = "LOW") @Nullable Priority priority,

        @Schema(description = "Parties that get it; needed from AMBER up, none where it is CLEAR.")
        @Size(max = 200)
        @Nullable
        List<@NotNull @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED) String> releasableTo,

        @Schema(description = "Parties that do not get it, whatever else is said.") @Size(max = 200) @Nullable
        List<@NotNull @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED) String> notReleasableTo,

        @Schema(description = "What it may be used for.", defaultValue = "[\"RESEARCH_STATISTICS\"]")
        @Size(min = 1, max = 9)
        @Nullable
        List<@NotNull Purpose> purposes,

        @Size(max = 4) @Nullable List<@NotNull HandlingCode> handlingCodes,

        @Schema(description = "Required with H3.") @PlainText(max = 1_000) @Nullable
        String handlingNote,

        @Schema(description = "What is measured.", example = "rescue.persons") @NotNull @Size(max = 200)
        String indicator,

        @Schema(description = "A year, a month, or two dates, both included.", example = "2026-07")
        @NotNull
        @Size(max = 30)
        String period,

        @NotNull GeoLevel geoLevel,

        @Schema(
                description = "ADM0: ISO 3166-1 alpha-2. ADM1: ISO 3166-2. REGION and ROUTE: lower-case words joined by"
                        + " '-'.")
        @NotNull
        @Size(max = 200)
        String geoCode,

        @NotNull @PlainText(max = 200) String geoName,

        @Schema(description = "What the number is restricted to; nothing if left out.") @Valid @Nullable
        Dims dims,

        @Digits(integer = 15, fraction = DECIMALS) @Nullable BigDecimal value,

        @NotNull ObservationUnit unit,
        @NotNull EstimateType estimateType,

        @Schema(description = "How the number came about.") @NotNull @PlainText(max = 2_000)
        String method,

        @Schema(description = "Persons in the cell: 11 or more, or the number is suppressed.") @PositiveOrZero @Nullable
        Integer n,

        @Schema(
                description = "Withheld, as it is of too few persons or would tell such a number.",
                defaultValue = "false")
        @Nullable
        Boolean suppressed,

        @Schema(defaultValue = "[4]") @Size(min = 1, max = 4) @Nullable
        List<@NotNull Integer> pillars,

        @Schema(description = "Source, licence, and what was changed.") @NotNull @PlainText(max = 2_000)
        String sourceNote,

        @Schema(description = "What the number must not be taken for.") @PlainText(max = 2_000) @Nullable
        String disclaimer,

        @Schema(description = "The revision that it takes the place of; none for the first of its series and period.")
        @Min(1)
        @Nullable
        Integer replaces,

        @Schema(description = "What is corrected; needed with replaces.") @PlainText(max = 2_000) @Nullable
        String correction,

        @Schema(description = "The request that it answers: one that this party sent or received.") @Nullable
        UUID requestId)
        implements NewMessage {

    private static final int DECIMALS = 3;

    private static final MessageDefaults DEFAULTS =
            new MessageDefaults(Tlp.CLEAR, Tlp.GREEN, Priority.LOW, List.of(Purpose.RESEARCH_STATISTICS));

    /** What a number is restricted to. */
    record Dims(
            @Schema(description = "ISO 3166-1 alpha-2.") @Size(max = 2) @Nullable
            String citizenship,

            @Nullable Sex sex,

            @Schema(description = "Years, both ends included.", example = "0-17") @Size(max = 20) @Nullable
            String ageBand,

            @Nullable TransportMode mode) {}

    /**
     * As it is to be published.
     *
     * @throws org.heliograph.desk.web.Rejection if its handling is against a rule
     */
    NewObservation checked() {
        DEFAULTS.check(this);
        return new NewObservation(
                content(),
                status,
                DEFAULTS.urgency(this),
                DEFAULTS.handling(this),
                MessageDefaults.distribution(this),
                replaces);
    }

    private ResearchObservation.Builder content() {
        return ResearchObservation.newBuilder()
                .setIndicator(indicator)
                .setPeriod(period)
                .setGeoLevel(geoLevel)
                .setGeoCode(geoCode)
                .setGeoName(geoName)
                .setDims(restrictions())
                // Avro takes a decimal only with the very scale of its schema; more digits were refused before.
                .setValue(value == null ? null : value.setScale(DECIMALS))
                .setUnit(unit)
                .setEstimateType(estimateType)
                .setMethod(method)
                .setN(n)
                .setSuppressed(Objects.requireNonNullElse(suppressed, false))
                .setPillars(Objects.requireNonNullElse(pillars, List.of(4)))
                .setSourceNote(sourceNote)
                .setDisclaimer(disclaimer)
                .setCorrection(correction)
                .setRequestId(requestId);
    }

    private ObservationDims restrictions() {
        return dims == null
                ? ObservationDims.newBuilder().build()
                : ObservationDims.newBuilder()
                        .setCitizenship(dims.citizenship())
                        .setSex(dims.sex())
                        .setAgeBand(dims.ageBand())
                        .setMode(dims.mode())
                        .build();
    }
}
