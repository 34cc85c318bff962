package org.heliograph.desk.publications;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.desk.StorableText;
import org.heliograph.desk.web.Given;
import org.heliograph.desk.web.PartyId;
import org.heliograph.desk.web.PlainText;
import org.heliograph.events.CampaignChannel;
import org.heliograph.events.CampaignNotice;
import org.heliograph.events.Envelope;
import org.jspecify.annotations.Nullable;

/** A public campaign, so that others may join it or keep out of its way. */
public record CampaignContent(
        @NotEmpty @Size(max = 20) List<@NotNull @PlainText(max = 200) String> audiences,

        @Schema(description = "ISO 3166-1 alpha-2.") @NotEmpty @Size(max = 250)
        List<@NotNull @Size(max = 2) String> countries,

        @Schema(description = "BCP 47.") @NotEmpty @Size(max = 50)
        List<@NotNull @Size(max = 35) String> languages,

        @Size(max = 11) @Nullable List<@NotNull CampaignChannel> channels,
        @NotNull LocalDate start,

        @Schema(description = "The last day; none is open.") @Nullable
        LocalDate end,

        @Schema(description = "A party, never a person.")
        @NotNull
        @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED)
        String contactParty,

        @Schema(description = "Persons reached so far; none is unknown, never 0.") @Nullable
        Integer reach,

        @Schema(description = "The request that it results from: one that this party sent or received.") @Nullable
        UUID requestId,

        @Schema(defaultValue = "[2]") @Size(min = 1, max = 4) @Nullable
        List<@NotNull Integer> pillars)
        implements Content {

    /** As an event carries it. */
    public static CampaignContent of(CampaignNotice campaign) {
        return new CampaignContent(
                campaign.getAudiences().stream().map(StorableText::of).toList(),
                campaign.getCountries().stream().map(StorableText::of).toList(),
                campaign.getLanguages().stream().map(StorableText::of).toList(),
                List.copyOf(campaign.getChannels()),
                campaign.getStart(),
                campaign.getEnd().orElse(null),
                StorableText.of(campaign.getContactParty()),
                campaign.getReach().orElse(null),
                campaign.getRequestId().orElse(null),
                List.copyOf(campaign.getPillars()));
    }

    @Override
    public PublicationType publicationType() {
        return PublicationType.CAMPAIGN;
    }

    @Override
    public SpecificRecord event(Envelope envelope, UUID subject) {
        return CampaignNotice.newBuilder()
                .setEnvelope(envelope)
                .setCampaignId(subject)
                .setAudiences(audiences)
                .setCountries(countries)
                .setLanguages(languages)
                .setChannels(Given.orEmpty(channels))
                .setStart(start)
                .setEnd(end)
                .setContactParty(contactParty)
                .setReach(reach)
                .setRequestId(requestId)
                .setPillars(Objects.requireNonNullElse(pillars, List.of(2)))
                .build();
    }

    @Override
    public List<String> inCountries() {
        return countries;
    }

    @Override
    public List<String> onThemes() {
        return List.of();
    }

    @Override
    public Optional<UUID> uponRequest() {
        return Optional.ofNullable(requestId);
    }
}
