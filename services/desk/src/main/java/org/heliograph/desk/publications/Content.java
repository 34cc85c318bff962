package org.heliograph.desk.publications;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.CampaignNotice;
import org.heliograph.events.CapacityActivity;
import org.heliograph.events.Envelope;
import org.heliograph.events.KnowledgeLegalUpdate;
import org.heliograph.events.KnowledgeProduct;
import org.heliograph.events.PreventionStrategy;
import org.jspecify.annotations.Nullable;

/** What a publication says, as people and agency systems write and read it. */
@Schema(
        oneOf = {
            ProductContent.class,
            LegalUpdateContent.class,
            ActivityContent.class,
            CampaignContent.class,
            StrategyContent.class
        })
public sealed interface Content
        permits ProductContent, LegalUpdateContent, ActivityContent, CampaignContent, StrategyContent {

    /** What kind of publication says this. */
    PublicationType publicationType();

    /**
     * The event that carries it.
     *
     * @param subject the id of the publication, which is its case
     */
    SpecificRecord event(Envelope envelope, UUID subject);

    /** Countries by which it is found, ISO 3166-1 alpha-2. */
    List<String> inCountries();

    /** Words by which it is found, in lower case. */
    List<String> onThemes();

    /** The cooperation request that it results from. */
    Optional<UUID> uponRequest();

    /**
     * What an event says.
     *
     * @throws IllegalArgumentException if it is no publication
     */
    static Content of(SpecificRecord event) {
        return switch (event) {
            case KnowledgeProduct product -> ProductContent.of(product);
            case KnowledgeLegalUpdate update -> LegalUpdateContent.of(update);
            case CapacityActivity activity -> ActivityContent.of(activity);
            case CampaignNotice campaign -> CampaignContent.of(campaign);
            case PreventionStrategy plan -> StrategyContent.of(plan);
            default ->
                throw new IllegalArgumentException(
                        "no publication: " + event.getSchema().getFullName());
        };
    }

    /** Of events without a field for the request: it is what they correlate with, if that is not their own case. */
    static @Nullable UUID correlated(Envelope envelope, UUID subject) {
        try {
            return envelope.getCorrelationId()
                    .map(UUID::fromString)
                    .filter(request -> !request.equals(subject))
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
