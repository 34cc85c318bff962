package org.heliograph.desk.publications;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.desk.StorableText;
import org.heliograph.desk.web.Given;
import org.heliograph.desk.web.PlainText;
import org.heliograph.events.Envelope;
import org.heliograph.events.KnowledgeProduct;
import org.heliograph.events.LocalTitle;
import org.heliograph.events.ProductType;
import org.jspecify.annotations.Nullable;

/** A knowledge product. */
public record ProductContent(
        @Schema(description = "One for each language.") @NotEmpty @Size(max = 50)
        List<@Valid @NotNull Title> title,

        @NotNull ProductType type,

        @Schema(description = "Lower-case words joined by '-'.") @Size(max = 20) @Nullable
        List<@NotNull @Size(max = 100) String> themes,

        @Schema(description = "ISO 3166-1 alpha-2; none is everywhere.") @Size(max = 250) @Nullable
        List<@NotNull @Size(max = 2) String> countries,

        @Schema(example = "CC-BY-3.0-IGO") @NotNull @PlainText(max = 100)
        String licence,

        @NotNull @WebAddress String uri,

        @Schema(description = "SHA-256 of what is behind the address, lower-case hex.") @NotNull @Size(max = 64)
        String checksum,

        @Schema(description = "The request that it results from: one that this party sent or received.") @Nullable
        UUID requestId,

        @Schema(defaultValue = "[4]") @Size(min = 1, max = 4) @Nullable
        List<@NotNull Integer> pillars)
        implements Content {

    /**
     * What it is called in one language.
     *
     * @param language BCP 47
     */
    public record Title(
            @NotNull @Size(max = 35) String language,
            @NotNull @PlainText(max = 500) String text) {}

    /** As an event carries it. */
    public static ProductContent of(KnowledgeProduct product) {
        return new ProductContent(
                product.getTitle().stream()
                        .map(title -> new Title(StorableText.of(title.getLanguage()), StorableText.of(title.getText())))
                        .toList(),
                product.getType(),
                product.getThemes().stream().map(StorableText::of).toList(),
                product.getCountries().stream().map(StorableText::of).toList(),
                StorableText.of(product.getLicence()),
                StorableText.of(product.getUri()),
                StorableText.of(product.getChecksum()),
                Content.correlated(product.getEnvelope(), product.getProductId()),
                List.copyOf(product.getPillars()));
    }

    @Override
    public PublicationType publicationType() {
        return PublicationType.PRODUCT;
    }

    @Override
    public SpecificRecord event(Envelope envelope, UUID subject) {
        return KnowledgeProduct.newBuilder()
                .setEnvelope(envelope)
                .setProductId(subject)
                .setTitle(title.stream()
                        .map(each -> new LocalTitle(each.language(), each.text()))
                        .toList())
                .setType(type)
                .setThemes(Given.orEmpty(themes))
                .setCountries(Given.orEmpty(countries))
                .setLicence(licence)
                .setUri(uri)
                .setChecksum(checksum)
                .setPillars(Objects.requireNonNullElse(pillars, List.of(4)))
                .build();
    }

    @Override
    public List<String> inCountries() {
        return Given.orEmpty(countries);
    }

    @Override
    public List<String> onThemes() {
        return Given.orEmpty(themes);
    }

    @Override
    public Optional<UUID> uponRequest() {
        return Optional.ofNullable(requestId);
    }
}
