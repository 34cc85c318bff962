package org.heliograph.desk.requests.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.heliograph.cooperation.Details;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.desk.requests.Content;
import org.heliograph.desk.requests.Submission;
import org.heliograph.desk.web.Given;
import org.heliograph.desk.web.PartyId;
import org.heliograph.desk.web.PlainText;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.RequestKind;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.events.Urgency;
import org.heliograph.events.requests.KindRules;
import org.jspecify.annotations.Nullable;

/** A request as a caller writes it. Seven fields are needed; the others have safe defaults. */
record NewRequest(
        @NotNull RequestKind kind,

        @Schema(description = "What the whole case is: an exercise never becomes real.") @NotNull
        Status status,

        @Schema(description = "Ids of the parties that are asked.", example = "[\"unodc\"]") @NotEmpty @Size(max = 50)
        List<@NotNull @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED) String> addressees,

        @NotNull @PlainText(max = 200) String subject,
        @NotNull @PlainText(max = 10_000) String factsSummary,
        @NotNull @PlainText(max = 5_000) String assistanceSought,
        @PlainText(max = 1_000) @Nullable String legalBasis,

        @Schema(description = "BCP 47.", defaultValue = "en")
        @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}", message = "must be a BCP 47 language tag")
        @Nullable
        String language,

        @Schema(defaultValue = "EXPECTED") @Nullable Urgency urgency,
        @Schema(defaultValue = "MEDIUM") @Nullable Priority priority,
        @Nullable Instant dueAt,
        @Schema(defaultValue = "AMBER") @Nullable Tlp tlp,
        @Size(max = 4) @Nullable List<@NotNull HandlingCode> handlingCodes,

        @Schema(description = "Required with H3.") @PlainText(max = 1_000) @Nullable
        String handlingNote,

        @Schema(description = "For which it may be used: of those of its kind, which it means if it is left out.")
        @Size(min = 1, max = 9)
        @Nullable
        List<@NotNull Purpose> purposes,

        @Size(max = 20) @Nullable List<@Valid @NotNull NewAttachment> attachments,

        @Schema(description = "Needed: what its kind needs beyond what all need, under the name of the kind.")
        @Valid
        @Nullable
        RequestDetailsBody details) {

    /** A document that is kept elsewhere. */
    record NewAttachment(
            @NotNull @PlainText(max = 200) String title,

            @NotNull @Size(max = 2_000) @Pattern(regexp = "https://\\S+", message = "must be an https address")
            String uri,

            @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 lower-case hex digits")
            String sha256) {}

    /** @param party that submits it */
    Submission submission(String party) {
        return new Submission(
                new Content(
                        kind,
                        subject,
                        factsSummary,
                        assistanceSought,
                        legalBasis,
                        Objects.requireNonNullElse(language, "en"),
                        Objects.requireNonNullElse(urgency, Urgency.EXPECTED),
                        dueAt,
                        Given.orEmpty(attachments).stream()
                                .map(document -> new Content.AttachedDocument(
                                        document.title(), document.uri(), document.sha256()))
                                .toList(),
                        details(DetailsOfKind.everybody(party, addressees))),
                addressees,
                status,
                Objects.requireNonNullElse(priority, Priority.MEDIUM),
                handling());
    }

    /** How it is to be treated. */
    Handling handling() {
        return new Handling(
                Objects.requireNonNullElse(tlp, Tlp.AMBER),
                Given.orEmpty(handlingCodes),
                handlingNote,
                purposes == null ? KindRules.purposes(kind) : purposes,
                null,
                false);
    }

    private @Nullable Details details(List<String> everybody) {
        return details == null
                ? null
                : details.of(kind).map(found -> found.details(everybody)).orElse(null);
    }
}
