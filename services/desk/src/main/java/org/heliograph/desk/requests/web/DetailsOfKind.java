package org.heliograph.desk.requests.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.heliograph.cooperation.Details;
import org.heliograph.desk.web.PlainText;
import org.heliograph.events.CampaignChannel;
import org.heliograph.events.GeoLevel;
import org.heliograph.events.LegislativeStage;
import org.jspecify.annotations.Nullable;

/** What a caller writes about a request of one kind; codes and ranges are held by the rules of the event. */
interface DetailsOfKind {

    /**
     * As the protocol has them.
     *
     * @param everybody the requesting party and the addressees
     */
    Details details(List<String> everybody);

    record LegislativeAssistanceDetails(
            @Schema(description = "Title or number of the law.") @NotNull @PlainText(max = 500)
            String law,

            @NotNull LegislativeStage stage,

            @Schema(description = "Of the Protocol.", example = "[\"6(1)(a)\", \"16\"]") @NotEmpty @Size(max = 30)
            List<@NotNull @PlainText(max = 20) String> articles)
            implements DetailsOfKind {

        static LegislativeAssistanceDetails of(Details.LegislativeAssistance details) {
            return new LegislativeAssistanceDetails(details.law(), details.stage(), details.articles());
        }

        @Override
        public Details details(List<String> everybody) {
            return new Details.LegislativeAssistance(law, stage, articles);
        }
    }

    record CapacityBuildingDetails(
            @NotNull @PlainText(max = 500) String topic,

            @Schema(description = "Functions, never names.") @NotNull @PlainText(max = 500)
            String audience,

            @Schema(description = "How many would take part.") @NotNull @Positive @Max(100_000)
            Integer participants,

            @Schema(description = "BCP 47.") @NotNull @PlainText(max = 50)
            String trainingLanguage,

            @NotNull LocalDate preferredFrom,
            @NotNull LocalDate preferredTo,

            @Schema(description = "ISO 3166-1 alpha-2.") @NotNull @PlainText(max = 2)
            String hostCountry)
            implements DetailsOfKind {

        static CapacityBuildingDetails of(Details.CapacityBuilding details) {
            return new CapacityBuildingDetails(
                    details.topic(),
                    details.audience(),
                    details.participants(),
                    details.trainingLanguage(),
                    details.preferredFrom(),
                    details.preferredTo(),
                    details.hostCountry());
        }

        @Override
        public Details details(List<String> everybody) {
            return new Details.CapacityBuilding(
                    topic, audience, participants, trainingLanguage, preferredFrom, preferredTo, hostCountry);
        }
    }

    record JointInvestigationDetails(
            @NotNull @PlainText(max = 5_000) String modusOperandi,
            @NotEmpty @Size(max = 50) List<@NotNull @PlainText(max = 200) String> routes,

            @Schema(description = "The requesting party and all addressees, which is what it means if it is left out.")
            @Size(min = 1, max = 51)
            @Nullable
            List<@NotNull @PlainText(max = 63) String> participants,

            @Schema(description = "One of the participants.") @NotNull @PlainText(max = 63)
            String lead)
            implements DetailsOfKind {

        static JointInvestigationDetails of(Details.JointInvestigation details) {
            return new JointInvestigationDetails(
                    details.modusOperandi(), details.routes(), details.participants(), details.lead());
        }

        @Override
        public Details details(List<String> everybody) {
            return new Details.JointInvestigation(
                    modusOperandi, routes, participants == null ? everybody : participants, lead);
        }
    }

    record MlaPreparationDetails(
            @NotNull @PlainText(max = 500) String requestingAuthority,
            @NotNull @PlainText(max = 500) String requestedAuthority,
            @NotNull @PlainText(max = 1_000) String offence,
            @NotNull @PlainText(max = 5_000) String evidenceSought,

            @Schema(description = "The procedure that is to be followed.") @NotNull @PlainText(max = 2_000)
            String form)
            implements DetailsOfKind {

        static MlaPreparationDetails of(Details.MlaPreparation details) {
            return new MlaPreparationDetails(
                    details.requestingAuthority(),
                    details.requestedAuthority(),
                    details.offence(),
                    details.evidenceSought(),
                    details.form());
        }

        @Override
        public Details details(List<String> everybody) {
            return new Details.MlaPreparation(requestingAuthority, requestedAuthority, offence, evidenceSought, form);
        }
    }

    record ResearchDataDetails(
            @Schema(example = "[\"rescue.persons\"]") @NotEmpty @Size(max = 50)
            List<@NotNull @PlainText(max = 100) String> indicators,

            @Schema(description = "ISO 8601.", example = "2026-01-01/2026-06-30") @NotNull @PlainText(max = 100)
            String period,

            @NotNull GeoLevel geoLevel,
            @NotEmpty @Size(max = 250) List<@NotNull @PlainText(max = 100) String> geoCodes,

            @Schema(description = "Under which agreement the data would be used.") @NotNull @PlainText(max = 500)
            String datasetAgreement)
            implements DetailsOfKind {

        static ResearchDataDetails of(Details.ResearchData details) {
            return new ResearchDataDetails(
                    details.indicators(),
                    details.period(),
                    details.geoLevel(),
                    details.geoCodes(),
                    details.datasetAgreement());
        }

        @Override
        public Details details(List<String> everybody) {
            return new Details.ResearchData(indicators, period, geoLevel, geoCodes, datasetAgreement);
        }
    }

    record CampaignSupportDetails(
            @NotEmpty @Size(max = 20) List<@NotNull @PlainText(max = 200) String> audiences,
            @NotNull @PlainText(max = 2_000) String message,

            @Schema(description = "BCP 47.") @NotEmpty @Size(max = 50)
            List<@NotNull @PlainText(max = 50) String> languages,

            @NotEmpty @Size(max = 20) List<@NotNull CampaignChannel> channels,
            @NotNull @Valid Budget budget)
            implements DetailsOfKind {

        static CampaignSupportDetails of(Details.CampaignSupport details) {
            return new CampaignSupportDetails(
                    details.audiences(),
                    details.message(),
                    details.languages(),
                    details.channels(),
                    new Budget(
                            details.budget().min(),
                            details.budget().max(),
                            details.budget().currency()));
        }

        @Override
        public Details details(List<String> everybody) {
            return new Details.CampaignSupport(
                    audiences,
                    message,
                    languages,
                    channels,
                    new Details.BudgetRange(budget.min(), budget.max(), budget.currency()));
        }
    }

    /** One of the two sums at least. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Budget(
            @Digits(integer = 12, fraction = 2) @PositiveOrZero @Nullable
            BigDecimal min,

            @Digits(integer = 12, fraction = 2) @PositiveOrZero @Nullable
            BigDecimal max,

            @Schema(description = "ISO 4217.", example = "EUR") @NotNull @PlainText(max = 3)
            String currency) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PreventionPlanDetails(
            @Schema(description = "ISO 3166-1 alpha-2; this or a region.") @PlainText(max = 2) @Nullable
            String country,

            @Schema(description = "Lower-case words joined by '-'.") @PlainText(max = 100) @Nullable
            String region,

            @Schema(description = "What the draft has no answer to yet.") @NotEmpty @Size(max = 50)
            List<@NotNull @PlainText(max = 1_000) String> gaps)
            implements DetailsOfKind {

        static PreventionPlanDetails of(Details.PreventionPlanSupport details) {
            return new PreventionPlanDetails(details.country(), details.region(), details.gaps());
        }

        @Override
        public Details details(List<String> everybody) {
            return new Details.PreventionPlanSupport(country, region, gaps);
        }
    }

    record IdentityVerificationDetails(
            @NotNull @PlainText(max = 1_000) String basisOfClaim,

            @Schema(description = "ISO 3166-1 alpha-2.") @NotNull @PlainText(max = 2)
            String presumedNationality,

            @Schema(description = "Whether protection from that State was asked for: then nothing is asked of it (R9).")
            @NotNull
            Boolean asylumIndicated)
            implements DetailsOfKind {

        @Override
        public Details.IdentityNationalityVerification details(List<String> everybody) {
            return new Details.IdentityNationalityVerification(basisOfClaim, presumedNationality, asylumIndicated);
        }
    }

    record ReturnFacilitationDetails(
            @Schema(description = "Where the consent is kept.") @NotNull @PlainText(max = 200)
            String consentRef,

            @Schema(description = "Of return, ISO 3166-1 alpha-2.") @NotNull @PlainText(max = 2)
            String country)
            implements DetailsOfKind {

        @Override
        public Details details(List<String> everybody) {
            return new Details.ReturnFacilitation(consentRef, country);
        }
    }

    /** The requesting party and the addressees, each once. */
    static List<String> everybody(String party, List<String> addressees) {
        return Stream.concat(Stream.of(party), addressees.stream()).distinct().toList();
    }
}
