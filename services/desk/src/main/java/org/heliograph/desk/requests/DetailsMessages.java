package org.heliograph.desk.requests;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.heliograph.cooperation.Details;
import org.heliograph.desk.StorableText;
import org.heliograph.events.BudgetRange;
import org.heliograph.events.CampaignSupport;
import org.heliograph.events.CapacityBuilding;
import org.heliograph.events.ExactPosition;
import org.heliograph.events.JointInvestigation;
import org.heliograph.events.LegislativeAssistance;
import org.heliograph.events.MlaPreparation;
import org.heliograph.events.PreventionPlanSupport;
import org.heliograph.events.RequestDetails;
import org.heliograph.events.ResearchData;
import org.heliograph.events.VesselRegistryBoarding;
import org.jspecify.annotations.Nullable;

/** Turns the details of requests into those of events and back. */
final class DetailsMessages {

    private static final int CENTS = 2;

    private DetailsMessages() {}

    static @Nullable RequestDetails event(@Nullable Details details) {
        if (details == null) {
            return null;
        }
        RequestDetails.Builder event = RequestDetails.newBuilder();
        switch (details) {
            case Details.LegislativeAssistance(var law, var stage, var articles) ->
                event.setLegislativeAssistance(new LegislativeAssistance(law, stage, articles));
            case Details.CapacityBuilding(
                    var topic,
                    var audience,
                    var participants,
                    var language,
                    var from,
                    var to,
                    var host) ->
                event.setCapacityBuilding(
                        new CapacityBuilding(topic, audience, participants, language, from, to, host));
            case Details.JointInvestigation(var method, var routes, var participants, var lead) ->
                event.setJointInvestigation(new JointInvestigation(method, routes, participants, lead));
            case Details.MlaPreparation(var requesting, var requested, var offence, var evidence, var form) ->
                event.setMlaPreparation(new MlaPreparation(requesting, requested, offence, evidence, form));
            case Details.VesselRegistryBoarding vessel -> event.setVesselRegistryBoarding(vessel(vessel));
            case Details.ResearchData(var indicators, var period, var level, var codes, var agreement) ->
                event.setResearchData(new ResearchData(indicators, period, level, codes, agreement));
            case Details.CampaignSupport(var audiences, var message, var languages, var channels, var budget) ->
                event.setCampaignSupport(new CampaignSupport(
                        audiences,
                        message,
                        languages,
                        channels,
                        new BudgetRange(cents(budget.min()), cents(budget.max()), budget.currency())));
            case Details.PreventionPlanSupport(String country, String region, var gaps) ->
                event.setPreventionPlanSupport(new PreventionPlanSupport(country, region, gaps));
            case Details.IdentityNationalityVerification _, Details.ReturnFacilitation _ ->
                throw new IllegalArgumentException("nothing about one person is sent before there is sealing");
        }
        return event.build();
    }

    private static VesselRegistryBoarding vessel(Details.VesselRegistryBoarding vessel) {
        Details.ExactPosition position = vessel.position();
        return new VesselRegistryBoarding(
                vessel.vesselName(),
                vessel.description(),
                vessel.claimedFlag(),
                vessel.marksOfRegistry(),
                vessel.imoNumber(),
                vessel.mmsi(),
                vessel.callSign(),
                new ExactPosition(position.lat(), position.lon(), position.precisionKm()),
                vessel.groundsForSuspicion(),
                vessel.proposedMeasures());
    }

    private static @Nullable BigDecimal cents(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(CENTS, RoundingMode.HALF_UP);
    }

    /**
     * The details of an event.
     *
     * @return null if it has none
     * @throws IllegalArgumentException if they make none, or if it has several
     */
    static @Nullable Details received(Optional<RequestDetails> event) {
        List<Details> found = event.stream().flatMap(DetailsMessages::all).toList();
        if (found.size() > 1) {
            throw new IllegalArgumentException("details of several kinds");
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    private static Stream<Details> all(RequestDetails event) {
        return Stream.of(
                        event.getLegislativeAssistance().map(DetailsMessages::legislative),
                        event.getCapacityBuilding().map(DetailsMessages::capacity),
                        event.getJointInvestigation().map(DetailsMessages::joint),
                        event.getMlaPreparation().map(DetailsMessages::mla),
                        event.getVesselRegistryBoarding().map(DetailsMessages::vessel),
                        event.getResearchData().map(DetailsMessages::research),
                        event.getCampaignSupport().map(DetailsMessages::campaign),
                        event.getPreventionPlanSupport().map(DetailsMessages::plan))
                .flatMap(Optional::stream);
    }

    private static Details legislative(LegislativeAssistance event) {
        return new Details.LegislativeAssistance(text(event.getLaw()), event.getStage(), texts(event.getArticles()));
    }

    private static Details capacity(CapacityBuilding event) {
        return new Details.CapacityBuilding(
                text(event.getTopic()),
                text(event.getAudience()),
                event.getParticipants(),
                text(event.getTrainingLanguage()),
                event.getPreferredFrom(),
                event.getPreferredTo(),
                text(event.getHostCountry()));
    }

    private static Details joint(JointInvestigation event) {
        return new Details.JointInvestigation(
                text(event.getModusOperandi()),
                texts(event.getRoutes()),
                texts(event.getParticipants()),
                text(event.getLead()));
    }

    private static Details mla(MlaPreparation event) {
        return new Details.MlaPreparation(
                text(event.getRequestingAuthority()),
                text(event.getRequestedAuthority()),
                text(event.getOffence()),
                text(event.getEvidenceSought()),
                text(event.getForm()));
    }

    private static Details vessel(VesselRegistryBoarding event) {
        ExactPosition position = event.getPosition();
        return new Details.VesselRegistryBoarding(
                text(event.getVesselName()),
                text(event.getDescription()),
                text(event.getClaimedFlag()),
                text(event.getMarksOfRegistry()),
                text(event.getImoNumber()),
                text(event.getMmsi()),
                text(event.getCallSign()),
                new Details.ExactPosition(
                        position.getLat(),
                        position.getLon(),
                        position.getPrecisionKm().orElse(null)),
                text(event.getGroundsForSuspicion()),
                event.getProposedMeasures());
    }

    private static Details research(ResearchData event) {
        return new Details.ResearchData(
                texts(event.getIndicators()),
                text(event.getPeriod()),
                event.getGeoLevel(),
                texts(event.getGeoCodes()),
                text(event.getDatasetAgreement()));
    }

    private static Details campaign(CampaignSupport event) {
        BudgetRange budget = event.getBudget();
        return new Details.CampaignSupport(
                texts(event.getAudiences()),
                text(event.getMessage()),
                texts(event.getLanguages()),
                event.getChannels(),
                new Details.BudgetRange(
                        budget.getMin().orElse(null), budget.getMax().orElse(null), text(budget.getCurrency())));
    }

    private static Details plan(PreventionPlanSupport event) {
        return new Details.PreventionPlanSupport(
                text(event.getCountry()), text(event.getRegion()), texts(event.getGaps()));
    }

    private static String text(String text) {
        return StorableText.of(text);
    }

    private static @Nullable String text(Optional<String> text) {
        return text.map(StorableText::of).orElse(null);
    }

    private static List<String> texts(List<String> texts) {
        return texts.stream().map(StorableText::of).toList();
    }
}
