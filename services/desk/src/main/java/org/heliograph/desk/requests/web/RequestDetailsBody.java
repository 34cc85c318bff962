package org.heliograph.desk.requests.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.heliograph.cooperation.Details;
import org.heliograph.desk.requests.web.DetailsOfKind.CampaignSupportDetails;
import org.heliograph.desk.requests.web.DetailsOfKind.CapacityBuildingDetails;
import org.heliograph.desk.requests.web.DetailsOfKind.IdentityVerificationDetails;
import org.heliograph.desk.requests.web.DetailsOfKind.JointInvestigationDetails;
import org.heliograph.desk.requests.web.DetailsOfKind.LegislativeAssistanceDetails;
import org.heliograph.desk.requests.web.DetailsOfKind.MlaPreparationDetails;
import org.heliograph.desk.requests.web.DetailsOfKind.PreventionPlanDetails;
import org.heliograph.desk.requests.web.DetailsOfKind.ResearchDataDetails;
import org.heliograph.desk.requests.web.DetailsOfKind.ReturnFacilitationDetails;
import org.heliograph.events.RequestKind;
import org.jspecify.annotations.Nullable;

/** What a request of its kind says beyond what all say: one of these, that of its kind. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestDetailsBody(
        @Schema(description = "LEGISLATIVE_ASSISTANCE; the text of the law is an attachment.") @Valid @Nullable
        LegislativeAssistanceDetails legislativeAssistance,

        @Schema(description = "CAPACITY_BUILDING") @Valid @Nullable
        CapacityBuildingDetails capacityBuilding,

        @Schema(description = "JOINT_INVESTIGATION; needs a legalBasis.") @Valid @Nullable
        JointInvestigationDetails jointInvestigation,

        @Schema(description = "MLA_PREPARATION") @Valid @Nullable
        MlaPreparationDetails mlaPreparation,

        @Schema(description = "VESSEL_REGISTRY_BOARDING; needs a dueAt, and the flag State as the one addressee.")
        @Valid
        @Nullable
        VesselDetails vesselRegistryBoarding,

        @Schema(description = "RESEARCH_DATA") @Valid @Nullable
        ResearchDataDetails researchData,

        @Schema(description = "CAMPAIGN_SUPPORT") @Valid @Nullable
        CampaignSupportDetails campaignSupport,

        @Schema(description = "PREVENTION_PLAN_SUPPORT; the draft plan is an attachment.") @Valid @Nullable
        PreventionPlanDetails preventionPlanSupport,

        @Schema(description = "IDENTITY_NATIONALITY_VERIFICATION; refused until there is sealing.") @Valid @Nullable
        IdentityVerificationDetails identityNationalityVerification,

        @Schema(description = "RETURN_FACILITATION; refused until there is sealing.") @Valid @Nullable
        ReturnFacilitationDetails returnFacilitation) {

    /** Those that are there, by the name of their field, which follows from their kind. */
    Map<RequestKind, DetailsOfKind> present() {
        Map<RequestKind, DetailsOfKind> present = new LinkedHashMap<>();
        put(present, RequestKind.LEGISLATIVE_ASSISTANCE, legislativeAssistance);
        put(present, RequestKind.CAPACITY_BUILDING, capacityBuilding);
        put(present, RequestKind.JOINT_INVESTIGATION, jointInvestigation);
        put(present, RequestKind.MLA_PREPARATION, mlaPreparation);
        put(present, RequestKind.VESSEL_REGISTRY_BOARDING, vesselRegistryBoarding);
        put(present, RequestKind.RESEARCH_DATA, researchData);
        put(present, RequestKind.CAMPAIGN_SUPPORT, campaignSupport);
        put(present, RequestKind.PREVENTION_PLAN_SUPPORT, preventionPlanSupport);
        put(present, RequestKind.IDENTITY_NATIONALITY_VERIFICATION, identityNationalityVerification);
        put(present, RequestKind.RETURN_FACILITATION, returnFacilitation);
        return present;
    }

    private static void put(
            Map<RequestKind, DetailsOfKind> present, RequestKind kind, @Nullable DetailsOfKind details) {
        if (details != null) {
            present.put(kind, details);
        }
    }

    /** Of the kind; what else is there has to be refused before. */
    Optional<DetailsOfKind> of(RequestKind kind) {
        return Optional.ofNullable(present().get(kind));
    }

    static @Nullable RequestDetailsBody of(@Nullable Details details) {
        return details == null
                ? null
                : new RequestDetailsBody(
                        one(details, Details.LegislativeAssistance.class, LegislativeAssistanceDetails::of),
                        one(details, Details.CapacityBuilding.class, CapacityBuildingDetails::of),
                        one(details, Details.JointInvestigation.class, JointInvestigationDetails::of),
                        one(details, Details.MlaPreparation.class, MlaPreparationDetails::of),
                        one(details, Details.VesselRegistryBoarding.class, VesselDetails::of),
                        one(details, Details.ResearchData.class, ResearchDataDetails::of),
                        one(details, Details.CampaignSupport.class, CampaignSupportDetails::of),
                        one(details, Details.PreventionPlanSupport.class, PreventionPlanDetails::of),
                        null,
                        null);
    }

    private static <D extends Details, B> @Nullable B one(Details details, Class<D> type, Function<D, B> body) {
        return type.isInstance(details) ? body.apply(type.cast(details)) : null;
    }
}
