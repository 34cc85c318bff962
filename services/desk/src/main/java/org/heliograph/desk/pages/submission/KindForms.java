package org.heliograph.desk.pages.submission;

import java.util.ArrayList;
import java.util.List;
import org.heliograph.desk.pages.forms.Field;
import org.heliograph.events.CampaignChannel;
import org.heliograph.events.GeoLevel;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.LegislativeStage;
import org.heliograph.events.Priority;
import org.heliograph.events.RequestKind;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.events.Urgency;
import org.heliograph.events.VesselMeasure;

/** What an officer fills in for a request of each kind. */
final class KindForms {

    private KindForms() {}

    /** Kinds that can be submitted from a page: those about one person wait for sealing. */
    static List<RequestKind> kinds() {
        return List.of(
                RequestKind.LEGISLATIVE_ASSISTANCE,
                RequestKind.CAPACITY_BUILDING,
                RequestKind.JOINT_INVESTIGATION,
                RequestKind.MLA_PREPARATION,
                RequestKind.VESSEL_REGISTRY_BOARDING,
                RequestKind.RESEARCH_DATA,
                RequestKind.CAMPAIGN_SUPPORT,
                RequestKind.PREVENTION_PLAN_SUPPORT);
    }

    /** @param eligible whom this party may ask, as far as is known */
    static List<Field> fields(RequestKind kind, List<String> eligible) {
        List<Field> fields = new ArrayList<>(List.of(
                Field.explained("status", "status", Status.class),
                Field.parties("addressees", eligible),
                Field.line("subject", 200),
                Field.text("factsSummary", 10_000),
                Field.text("assistanceSought", 5_000)));
        fields.addAll(details(kind));
        Field legalBasis = Field.text("legalBasis", 1_000);
        Field dueAt = Field.time("dueAt");
        Field documents = Field.documents("attachments");
        boolean needsText = kind == RequestKind.LEGISLATIVE_ASSISTANCE || kind == RequestKind.PREVENTION_PLAN_SUPPORT;
        fields.addAll(List.of(
                kind == RequestKind.JOINT_INVESTIGATION ? legalBasis : legalBasis.optional(),
                needsText ? documents : documents.optional(),
                Field.choice("urgency", "urgency", Urgency.class),
                Field.choice("priority", "priority", Priority.class),
                kind == RequestKind.VESSEL_REGISTRY_BOARDING ? dueAt : dueAt.optional(),
                Field.line("language", 35),
                Field.explained("tlp", "tlp", Tlp.class),
                Field.checks("handlingCodes", "code", HandlingCode.class).optional(),
                Field.text("handlingNote", 1_000).optional()));
        return List.copyOf(fields);
    }

    private static List<Field> details(RequestKind kind) {
        return switch (kind) {
            case LEGISLATIVE_ASSISTANCE ->
                List.of(
                        Field.line("details.legislativeAssistance.law", 500),
                        Field.choice("details.legislativeAssistance.stage", "stage", LegislativeStage.class),
                        Field.lines("details.legislativeAssistance.articles"));
            case CAPACITY_BUILDING ->
                List.of(
                        Field.line("details.capacityBuilding.topic", 500),
                        Field.line("details.capacityBuilding.audience", 500),
                        Field.number("details.capacityBuilding.participants"),
                        Field.line("details.capacityBuilding.trainingLanguage", 50),
                        Field.day("details.capacityBuilding.preferredFrom"),
                        Field.day("details.capacityBuilding.preferredTo"),
                        Field.line("details.capacityBuilding.hostCountry", 2));
            case JOINT_INVESTIGATION ->
                List.of(
                        Field.text("details.jointInvestigation.modusOperandi", 5_000),
                        Field.lines("details.jointInvestigation.routes"),
                        Field.lines("details.jointInvestigation.participants").optional(),
                        Field.line("details.jointInvestigation.lead", 63));
            case MLA_PREPARATION ->
                List.of(
                        Field.line("details.mlaPreparation.requestingAuthority", 500),
                        Field.line("details.mlaPreparation.requestedAuthority", 500),
                        Field.text("details.mlaPreparation.offence", 1_000),
                        Field.text("details.mlaPreparation.evidenceSought", 5_000),
                        Field.text("details.mlaPreparation.form", 2_000));
            case VESSEL_REGISTRY_BOARDING -> vessel();
            case RESEARCH_DATA ->
                List.of(
                        Field.lines("details.researchData.indicators"),
                        Field.line("details.researchData.period", 100),
                        Field.choice("details.researchData.geoLevel", "geo", GeoLevel.class),
                        Field.lines("details.researchData.geoCodes"),
                        Field.line("details.researchData.datasetAgreement", 500));
            case CAMPAIGN_SUPPORT ->
                List.of(
                        Field.lines("details.campaignSupport.audiences"),
                        Field.text("details.campaignSupport.message", 2_000),
                        Field.lines("details.campaignSupport.languages"),
                        Field.checks("details.campaignSupport.channels", "channel", CampaignChannel.class),
                        Field.number("details.campaignSupport.budget.min").optional(),
                        Field.number("details.campaignSupport.budget.max").optional(),
                        Field.line("details.campaignSupport.budget.currency", 3));
            case PREVENTION_PLAN_SUPPORT ->
                List.of(
                        Field.line("details.preventionPlanSupport.country", 2).optional(),
                        Field.line("details.preventionPlanSupport.region", 100).optional(),
                        Field.lines("details.preventionPlanSupport.gaps"));
            case IDENTITY_NATIONALITY_VERIFICATION, RETURN_FACILITATION, PROTECTION_REFERRAL, UNKNOWN -> List.of();
        };
    }

    private static List<Field> vessel() {
        return List.of(
                Field.line("details.vesselRegistryBoarding.vesselName", 200).optional(),
                Field.text("details.vesselRegistryBoarding.description", 2_000),
                Field.line("details.vesselRegistryBoarding.claimedFlag", 2),
                Field.line("details.vesselRegistryBoarding.marksOfRegistry", 200)
                        .optional(),
                Field.line("details.vesselRegistryBoarding.imoNumber", 7).optional(),
                Field.line("details.vesselRegistryBoarding.mmsi", 9).optional(),
                Field.line("details.vesselRegistryBoarding.callSign", 20).optional(),
                Field.number("details.vesselRegistryBoarding.position.lat"),
                Field.number("details.vesselRegistryBoarding.position.lon"),
                Field.text("details.vesselRegistryBoarding.groundsForSuspicion", 5_000),
                Field.checks("details.vesselRegistryBoarding.proposedMeasures", "measure", VesselMeasure.class)
                        .optional());
    }
}
