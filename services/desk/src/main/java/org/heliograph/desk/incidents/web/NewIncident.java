package org.heliograph.desk.incidents.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.web.PartyId;
import org.heliograph.desk.web.PlainText;
import org.heliograph.events.AggravatingCircumstance;
import org.heliograph.events.CauseGroup;
import org.heliograph.events.Conveyance;
import org.heliograph.events.DistressCondition;
import org.heliograph.events.DistressPhase;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.IncidentType;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Status;
import org.heliograph.events.TimePrecision;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * An incident as an officer writes it. Six fields are needed: status, releasableTo, incidentId, occurredAt, type, and
 * place or positionWgs84. The others are unknown when absent, or have safe defaults.
 */
record NewIncident(
        @Schema(description = "What the whole case is: an exercise never becomes real.") @NotNull
        Status status,

        @Schema(description = "The case that the report goes on with; a new one without.") @Nullable
        UUID caseId,

        @Schema(description = "Parties that get it.", example = "[\"unodc\"]") @NotEmpty @Size(max = 200)
        List<@NotNull @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED) String> releasableTo,

        @Schema(description = "Parties that do not get it, whatever else is said.") @Size(max = 200) @Nullable
        List<@NotNull @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED) String> notReleasableTo,

        @Schema(defaultValue = "AMBER") @Nullable Tlp tlp,
        @Schema(defaultValue = "MEDIUM") @Nullable Priority priority,

        @Schema(description = "What it may be used for.", defaultValue = "[\"STRATEGIC_ANALYSIS\"]")
        @Size(min = 1, max = 9)
        @Nullable
        List<@NotNull Purpose> purposes,

        @Size(max = 4) @Nullable List<@NotNull HandlingCode> handlingCodes,

        @Schema(description = "Required with H3.") @PlainText(max = 1_000) @Nullable
        String handlingNote,

        @Schema(description = "The party's own number for the incident.") @NotNull @PlainText(max = 100)
        String incidentId,

        @NotNull Instant occurredAt,
        @Schema(defaultValue = "HOUR") @Nullable TimePrecision occurredAtPrecision,
        @NotNull IncidentType type,
        @Valid @Nullable Location place,

        @Schema(description = "Where it happened; leaves this service rounded.") @Valid @Nullable
        Point positionWgs84,

        @Schema(description = "08051 is smuggling of migrants; none where no offence is reported.") @Nullable
        String iccsCode,

        @Nullable Conveyance conveyance,
        @Valid @Nullable Vessel vessel,
        @Nullable Persons persons,
        @Size(max = 100) @Nullable List<@Valid @NotNull Nationality> nationalities,
        @Nullable Integer dead,
        @Nullable Integer missing,
        @Nullable Integer survivors,
        @Nullable CauseGroup causeGroup,
        @Nullable Integer smugglersDetected,
        @Size(max = 10) @Nullable List<@NotNull AggravatingCircumstance> aggravating,
        @Size(max = 20) @Nullable List<@NotNull @PlainText(max = 200) String> measuresTaken,

        @Schema(
                description = "People in danger at sea: goes out beside the incident as a distress of its own, with"
                        + " the position and persons.total, to all who may have one (R15). Needed when SAFETY_OF_LIFE"
                        + " is among the purposes of an incident at sea with positionWgs84.")
        @Valid
        @Nullable
        Distress distress) {

    record Distress(
            @Schema(description = "The rescue coordination centre that was told, and when.")
            @NotNull(
                    message = "tell the rescue coordination centre first, then name it and the time:"
                            + " this message rescues nobody")
            @Valid
            Mrcc mrccNotified,

            @NotNull DistressPhase phase,
            @Size(max = 12) @Nullable List<@NotNull DistressCondition> condition) {}

    record Mrcc(
            @NotNull @PlainText(max = 200) String name,
            @NotNull Instant at) {}

    record Location(
            @NotNull @PlainText(max = 200) String name,
            @Nullable String country,
            @Nullable String unlocode,
            @Valid @Nullable Point position) {}

    record Point(
            @NotNull Double lat,
            @NotNull Double lon,
            @Nullable Double precisionKm) {}

    record Vessel(
            @PlainText(max = 100) @Nullable String name,
            @PlainText(max = 500) @Nullable String description,
            @Nullable String flag,
            @Nullable String imoNumber,
            @Nullable String mmsi,
            @PlainText(max = 20) @Nullable String callSign) {}

    record Persons(
            @Nullable Integer total,
            @Nullable Integer female,
            @Nullable Integer male,
            @Nullable Integer children,
            @Nullable Integer unaccompanied) {}

    record Nationality(
            @Schema(description = "ISO 3166-1 alpha-2.") @NotNull
            String iso2,

            @Nullable Integer count) {}
}
