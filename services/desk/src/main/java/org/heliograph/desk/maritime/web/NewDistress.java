package org.heliograph.desk.maritime.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.heliograph.desk.journal.NewMessage;
import org.heliograph.desk.web.PartyId;
import org.heliograph.desk.web.PlainText;
import org.heliograph.events.DistressCondition;
import org.heliograph.events.DistressPhase;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * Distress as a duty officer writes it. Five fields are needed: status, distressId, position, mrccNotified and phase.
 */
record NewDistress(
        @Schema(description = "What the whole case is: an exercise never becomes real.") @NotNull
        Status status,

        @Schema(defaultValue = "GREEN") @Nullable Tlp tlp,
        @Schema(defaultValue = "FLASH") @Nullable Priority priority,

        @Schema(description = "Parties that get it; needed from AMBER up. All that may have it, if none is named.")
        @Size(max = 200)
        @Nullable
        List<@NotNull @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED) String> releasableTo,

        @Schema(description = "Parties that do not get it, whatever else is said.") @Size(max = 200) @Nullable
        List<@NotNull @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED) String> notReleasableTo,

        @Schema(description = "What it may be used for.", defaultValue = "[\"SAFETY_OF_LIFE\", \"STRATEGIC_ANALYSIS\"]")
        @Size(min = 1, max = 9)
        @Nullable
        List<@NotNull Purpose> purposes,

        @Size(max = 4) @Nullable List<@NotNull HandlingCode> handlingCodes,

        @Schema(description = "Required with H3.") @PlainText(max = 1_000) @Nullable
        String handlingNote,

        @Schema(
                description =
                        "The party's own number for the distress: a later message with it replaces the earlier one.")
        @NotNull
        @PlainText(max = 100)
        String distressId,

        @Schema(description = "WGS 84, as fine as it is known; it is not rounded.") @NotNull @Valid
        Fix position,

        @Schema(description = "Degrees from true north.") @Nullable
        Double course,

        @Nullable Double speedKn,

        @Schema(description = "Unknown if not given, never 0.") @Nullable
        Integer personsOnBoard,

        @Size(max = 12) @Nullable List<@NotNull DistressCondition> condition,
        @PlainText(max = 500) @Nullable String weather,

        @Schema(description = "The rescue coordination centre that was told, and when.")
        @NotNull(
                message = "tell the rescue coordination centre first, then name it and the time:"
                        + " this message rescues nobody")
        @Valid
        Mrcc mrccNotified,

        @NotNull DistressPhase phase)
        implements NewMessage {

    record Fix(
            @NotNull Double lat,
            @NotNull Double lon,
            @Nullable Double precisionKm) {}

    record Mrcc(
            @NotNull @PlainText(max = 200) String name,
            @NotNull Instant at) {}
}
