package org.heliograph.desk.publications;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.desk.StorableText;
import org.heliograph.desk.web.Given;
import org.heliograph.desk.web.PlainText;
import org.heliograph.events.Envelope;
import org.heliograph.events.KnowledgeLegalUpdate;
import org.heliograph.events.LegalOutcome;
import org.heliograph.events.LegalUpdateKind;
import org.jspecify.annotations.Nullable;

/** A law, a decision of a court or the status of a treaty; no field is made for a name. */
public record LegalUpdateContent(
        @NotNull LegalUpdateKind kind,

        @Schema(description = "ISO 3166-1 alpha-2.") @NotNull @Size(max = 2)
        String country,

        @Schema(description = "Court or gazette and number, never names of parties.", example = "XA-SC 2026/114")
        @NotNull
        @PlainText(max = 300)
        String citation,

        @Schema(description = "Articles of the Smuggling of Migrants Protocol, such as 6(1)(a).")
        @Size(max = 25)
        @Nullable
        List<@NotNull @Size(max = 10) String> protocolArticles,

        @Schema(description = "Of the decision, adoption or deposit.") @NotNull
        LocalDate decisionDate,

        @NotNull LegalOutcome outcome,

        @Schema(description = "Lower-case words joined by '-'.") @Size(max = 20) @Nullable
        List<@NotNull @Size(max = 100) String> keyIssues,

        @NotNull @WebAddress String sourceUri,

        @Schema(description = "The request that it results from: one that this party sent or received.") @Nullable
        UUID requestId,

        @Schema(defaultValue = "[3]") @Size(min = 1, max = 4) @Nullable
        List<@NotNull Integer> pillars)
        implements Content {

    /** As an event carries it. */
    public static LegalUpdateContent of(KnowledgeLegalUpdate update) {
        return new LegalUpdateContent(
                update.getKind(),
                StorableText.of(update.getCountry()),
                StorableText.of(update.getCitation()),
                update.getProtocolArticles().stream().map(StorableText::of).toList(),
                update.getDecisionDate(),
                update.getOutcome(),
                update.getKeyIssues().stream().map(StorableText::of).toList(),
                StorableText.of(update.getSourceUri()),
                Content.correlated(update.getEnvelope(), update.getUpdateId()),
                List.copyOf(update.getPillars()));
    }

    @Override
    public PublicationType publicationType() {
        return PublicationType.LEGAL_UPDATE;
    }

    @Override
    public SpecificRecord event(Envelope envelope, UUID subject) {
        return KnowledgeLegalUpdate.newBuilder()
                .setEnvelope(envelope)
                .setUpdateId(subject)
                .setKind(kind)
                .setCountry(country)
                .setCitation(citation)
                .setProtocolArticles(Given.orEmpty(protocolArticles))
                .setDecisionDate(decisionDate)
                .setOutcome(outcome)
                .setKeyIssues(Given.orEmpty(keyIssues))
                .setSourceUri(sourceUri)
                .setPillars(Objects.requireNonNullElse(pillars, List.of(3)))
                .build();
    }

    @Override
    public List<String> inCountries() {
        return List.of(country);
    }

    @Override
    public List<String> onThemes() {
        return Given.orEmpty(keyIssues);
    }

    @Override
    public Optional<UUID> uponRequest() {
        return Optional.ofNullable(requestId);
    }
}
