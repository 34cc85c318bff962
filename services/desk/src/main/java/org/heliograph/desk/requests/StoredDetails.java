package org.heliograph.desk.requests;

import org.heliograph.cooperation.Details;
import org.heliograph.events.RequestKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Details in a column; the kind in another column says which they are. */
final class StoredDetails {

    private StoredDetails() {}

    static @Nullable String write(@Nullable Details details, JsonMapper json) {
        return details == null ? null : json.writeValueAsString(details);
    }

    static @Nullable Details read(RequestKind kind, @Nullable String stored, JsonMapper json) {
        return stored == null ? null : json.readValue(stored, type(kind));
    }

    private static Class<? extends Details> type(RequestKind kind) {
        return switch (kind) {
            case LEGISLATIVE_ASSISTANCE -> Details.LegislativeAssistance.class;
            case CAPACITY_BUILDING -> Details.CapacityBuilding.class;
            case JOINT_INVESTIGATION -> Details.JointInvestigation.class;
            case MLA_PREPARATION -> Details.MlaPreparation.class;
            case VESSEL_REGISTRY_BOARDING -> Details.VesselRegistryBoarding.class;
            case RESEARCH_DATA -> Details.ResearchData.class;
            case CAMPAIGN_SUPPORT -> Details.CampaignSupport.class;
            case PREVENTION_PLAN_SUPPORT -> Details.PreventionPlanSupport.class;
            case IDENTITY_NATIONALITY_VERIFICATION, RETURN_FACILITATION, PROTECTION_REFERRAL, UNKNOWN ->
                throw new IllegalArgumentException("no details of " + kind + " are ever stored");
        };
    }
}
