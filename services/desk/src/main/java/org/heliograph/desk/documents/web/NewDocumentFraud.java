package org.heliograph.desk.documents.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.journal.NewMessage;
import org.heliograph.desk.web.PartyId;
import org.heliograph.desk.web.PlainText;
import org.heliograph.events.FraudType;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * An alert on a document as an officer writes it. Four fields are needed: status, issuerCode, docClass and fraudType.
 * It has no place for a holder.
 */
record NewDocumentFraud(
        @Schema(description = "What the whole case is: an exercise never becomes real.") @NotNull
        Status status,

        @Schema(description = "The case of an earlier alert that this one replaces; a new one without.") @Nullable
        UUID caseId,

        @Schema(defaultValue = "GREEN") @Nullable Tlp tlp,
        @Schema(defaultValue = "MEDIUM") @Nullable Priority priority,

        @Schema(description = "Parties that get it; needed from AMBER up. All that may have it, if none is named.")
        @Size(max = 200)
        @Nullable
        List<@NotNull @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED) String> releasableTo,

        @Schema(description = "Parties that do not get it, whatever else is said.") @Size(max = 200) @Nullable
        List<@NotNull @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED) String> notReleasableTo,

        @Schema(description = "What it may be used for.", defaultValue = "[\"STRATEGIC_ANALYSIS\", \"OPERATIONAL_LE\"]")
        @Size(min = 1, max = 9)
        @Nullable
        List<@NotNull Purpose> purposes,

        @Size(max = 4) @Nullable List<@NotNull HandlingCode> handlingCodes,

        @Schema(description = "Required with H3.") @PlainText(max = 1_000) @Nullable
        String handlingNote,

        @Schema(description = "Issuer as in the machine-readable zone (ICAO 9303).", example = "UTO") @NotNull
        String issuerCode,

        @Schema(description = "Document code (ICAO 9303).", example = "P") @NotNull
        String docClass,

        @NotNull FraudType fraudType,
        @PlainText(max = 100) @Nullable String series,

        @Schema(description = "Of stolen blanks only: every other number leads to a holder.") @Size(max = 100) @Nullable
        List<@Valid @NotNull Blanks> blankSerialRanges,

        @Schema(description = "Features that are missing or imitated.") @Size(max = 20) @Nullable
        List<@NotNull @PlainText(max = 200) String> securityFeatures,

        @Schema(description = "By what an officer can tell.") @PlainText(max = 2_000) @Nullable
        String detectionTip,

        @Schema(description = "How many were seen; unknown if not given.") @Nullable
        Integer quantity,

        @Schema(description = "ISO 3166-1 alpha-2.") @Nullable
        String detectedCountry,

        @Schema(description = "Specimens without any holder's data.") @Size(max = 20) @Nullable
        List<@Valid @NotNull Image> imageRefs)
        implements NewMessage {

    record Blanks(
            @NotNull String first,
            @NotNull String last,
            @Nullable String firstCheckDigit,
            @Nullable String lastCheckDigit) {}

    record Image(
            @NotNull @Size(max = 2_000) String uri,

            @Schema(description = "Lower-case hex.") @NotNull
            String sha256) {}
}
