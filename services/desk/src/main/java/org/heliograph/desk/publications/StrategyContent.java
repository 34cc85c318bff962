package org.heliograph.desk.publications;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.desk.StorableText;
import org.heliograph.desk.web.Given;
import org.heliograph.events.Envelope;
import org.heliograph.events.PlanStatus;
import org.heliograph.events.PreventionStrategy;
import org.heliograph.events.StrategyObjective;
import org.jspecify.annotations.Nullable;

/** A plan to prevent smuggling, and by what its success is told. */
public record StrategyContent(
        @Schema(description = "ISO 3166-1 alpha-2; this or a region.") @Size(max = 2) @Nullable
        String country,

        @Schema(description = "Lower-case words joined by '-'.") @Size(max = 100) @Nullable
        String region,

        @Schema(defaultValue = "[2]") @Size(min = 1, max = 4) @Nullable
        List<@NotNull Integer> pillars,

        @Schema(description = "At least one, unless it is a draft.") @Size(max = 50) @Nullable
        List<@Valid @NotNull Objective> objectives,

        @NotNull PlanStatus status,

        @Schema(description = "The request that it results from: one that this party sent or received.") @Nullable
        UUID requestId)
        implements Content {

    private static final int DECIMALS = 3;

    /**
     * What is to be reached. Numbers that are absent are unknown, never 0.
     *
     * @param indicator what is measured, such as {@code rescue.persons}
     */
    public record Objective(
            @NotNull @Size(max = 100) String indicator,

            @Digits(integer = 15, fraction = DECIMALS) @Nullable
            BigDecimal baseline,

            @Digits(integer = 15, fraction = DECIMALS) @Nullable
            BigDecimal target,

            @Nullable LocalDate due) {

        static Objective of(StrategyObjective objective) {
            return new Objective(
                    StorableText.of(objective.getIndicator()),
                    objective.getBaseline().map(Objective::plain).orElse(null),
                    objective.getTarget().map(Objective::plain).orElse(null),
                    objective.getDue().orElse(null));
        }

        /** Without the zeros that Avro's fixed scale adds, and without an exponent. */
        private static BigDecimal plain(BigDecimal value) {
            BigDecimal stripped = value.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }

        StrategyObjective event() {
            return new StrategyObjective(indicator, scaled(baseline), scaled(target), due);
        }

        /** Avro takes a decimal only with the very scale of its schema; more digits were refused before. */
        private static @Nullable BigDecimal scaled(@Nullable BigDecimal value) {
            return value == null ? null : value.setScale(DECIMALS);
        }
    }

    /** As an event carries it. */
    public static StrategyContent of(PreventionStrategy plan) {
        return new StrategyContent(
                StorableText.orNull(plan.getCountry().orElse(null)),
                StorableText.orNull(plan.getRegion().orElse(null)),
                List.copyOf(plan.getPillars()),
                plan.getObjectives().stream().map(Objective::of).toList(),
                plan.getStatus(),
                plan.getRequestId().orElse(null));
    }

    @Override
    public PublicationType publicationType() {
        return PublicationType.STRATEGY;
    }

    @Override
    public SpecificRecord event(Envelope envelope, UUID subject) {
        return PreventionStrategy.newBuilder()
                .setEnvelope(envelope)
                .setPlanId(subject)
                .setCountry(country)
                .setRegion(region)
                .setPillars(Objects.requireNonNullElse(pillars, List.of(2)))
                .setObjectives(
                        Given.orEmpty(objectives).stream().map(Objective::event).toList())
                .setStatus(status)
                .setRequestId(requestId)
                .build();
    }

    @Override
    public List<String> inCountries() {
        return country == null ? List.of() : List.of(country);
    }

    @Override
    public List<String> onThemes() {
        return region == null ? List.of() : List.of(region);
    }

    @Override
    public Optional<UUID> uponRequest() {
        return Optional.ofNullable(requestId);
    }
}
