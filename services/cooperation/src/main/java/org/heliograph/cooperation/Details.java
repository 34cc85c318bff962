package org.heliograph.cooperation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.heliograph.events.CampaignChannel;
import org.heliograph.events.GeoLevel;
import org.heliograph.events.LegislativeStage;
import org.heliograph.events.RequestKind;
import org.heliograph.events.VesselMeasure;
import org.jspecify.annotations.Nullable;

/**
 * What a request of one kind says beyond what all requests say. Codes, ranges and order are held by the rules of the
 * event; a constructor throws an {@link IllegalArgumentException} for what no version can have meant: a blank text, or
 * an empty list where one entry is needed.
 *
 * <p>Two kinds are about one person. Nothing of theirs is stored or sent until there is sealing (R3); they are here for
 * what is refused even then. A protection referral has no details: it is an event of its own.
 */
public sealed interface Details {

    /** The kind that they belong to. */
    RequestKind kind();

    /**
     * A law to be looked at.
     *
     * @param articles of the Smuggling of Migrants Protocol that it touches
     */
    record LegislativeAssistance(String law, LegislativeStage stage, List<String> articles) implements Details {
        public LegislativeAssistance {
            Texts.require(law, "legislative assistance names the law");
            articles = Texts.required(articles, "legislative assistance names the articles of the Protocol");
        }

        @Override
        public RequestKind kind() {
            return RequestKind.LEGISLATIVE_ASSISTANCE;
        }
    }

    /**
     * Training and the like.
     *
     * @param audience functions, never names
     * @param participants how many would take part
     * @param trainingLanguage BCP 47
     * @param hostCountry ISO 3166-1 alpha-2
     */
    record CapacityBuilding(
            String topic,
            String audience,
            int participants,
            String trainingLanguage,
            LocalDate preferredFrom,
            LocalDate preferredTo,
            String hostCountry)
            implements Details {
        public CapacityBuilding {
            Texts.require(topic, "capacity building has a topic");
            Texts.require(audience, "capacity building has an audience");
        }

        @Override
        public RequestKind kind() {
            return RequestKind.CAPACITY_BUILDING;
        }
    }

    /**
     * UNTOC 19.
     *
     * @param participants the requesting party and all addressees
     * @param lead one of them
     */
    record JointInvestigation(String modusOperandi, List<String> routes, List<String> participants, String lead)
            implements Details {
        public JointInvestigation {
            Texts.require(modusOperandi, "a joint investigation says how the group works");
            routes = Texts.required(routes, "a joint investigation names the routes");
            participants = Texts.required(participants, "a joint investigation has participants");
        }

        @Override
        public RequestKind kind() {
            return RequestKind.JOINT_INVESTIGATION;
        }
    }

    /**
     * Prepares a request between central authorities, which itself goes outside of the platform (UNTOC 18(13)).
     *
     * @param form procedure that the requesting State wishes to be followed (UNTOC 18(15)(d))
     */
    record MlaPreparation(
            String requestingAuthority, String requestedAuthority, String offence, String evidenceSought, String form)
            implements Details {
        public MlaPreparation {
            Texts.require(requestingAuthority, "mutual legal assistance names the requesting central authority");
            Texts.require(requestedAuthority, "mutual legal assistance names the requested central authority");
            Texts.require(offence, "mutual legal assistance names the offence");
            Texts.require(evidenceSought, "mutual legal assistance names the evidence");
            Texts.require(form, "mutual legal assistance says in which form");
        }

        @Override
        public RequestKind kind() {
            return RequestKind.MLA_PREPARATION;
        }
    }

    /**
     * Smuggling of Migrants Protocol 8.
     *
     * @param claimedFlag ISO 3166-1 alpha-2
     * @param proposedMeasures for which authorisation is asked; none asks for the registry alone
     */
    record VesselRegistryBoarding(
            @Nullable String vesselName,
            String description,
            String claimedFlag,
            @Nullable String marksOfRegistry,
            @Nullable String imoNumber,
            @Nullable String mmsi,
            @Nullable String callSign,
            ExactPosition position,
            String groundsForSuspicion,
            List<VesselMeasure> proposedMeasures)
            implements Details {
        public VesselRegistryBoarding {
            Texts.require(description, "a vessel is described");
            Texts.require(groundsForSuspicion, "a vessel is suspected for something");
            proposedMeasures = List.copyOf(proposedMeasures);
        }

        @Override
        public RequestKind kind() {
            return RequestKind.VESSEL_REGISTRY_BOARDING;
        }
    }

    /**
     * WGS 84, in full precision.
     *
     * @param precisionKm null is unknown
     */
    record ExactPosition(double lat, double lon, @Nullable Double precisionKm) {}

    /**
     * Data for research.
     *
     * @param period ISO 8601
     * @param datasetAgreement under which the data would be used
     */
    record ResearchData(
            List<String> indicators, String period, GeoLevel geoLevel, List<String> geoCodes, String datasetAgreement)
            implements Details {
        public ResearchData {
            indicators = Texts.required(indicators, "research has an indicator");
            Texts.require(period, "research has a period");
            geoCodes = Texts.required(geoCodes, "research is about a place");
            Texts.require(datasetAgreement, "research names the agreement on the data");
        }

        @Override
        public RequestKind kind() {
            return RequestKind.RESEARCH_DATA;
        }
    }

    /** Help with a public campaign. */
    record CampaignSupport(
            List<String> audiences,
            String message,
            List<String> languages,
            List<CampaignChannel> channels,
            BudgetRange budget)
            implements Details {
        public CampaignSupport {
            audiences = Texts.required(audiences, "a campaign has an audience");
            Texts.require(message, "a campaign has a message");
            languages = Texts.required(languages, "a campaign has a language");
            channels = List.copyOf(channels);
        }

        @Override
        public RequestKind kind() {
            return RequestKind.CAMPAIGN_SUPPORT;
        }
    }

    /**
     * Between two sums, or open at one end.
     *
     * @param currency ISO 4217
     */
    record BudgetRange(@Nullable BigDecimal min, @Nullable BigDecimal max, String currency) {}

    /**
     * Help with a plan, of a country or of a region.
     *
     * @param gaps what the draft has no answer to yet
     */
    record PreventionPlanSupport(
            @Nullable String country, @Nullable String region, List<String> gaps) implements Details {
        public PreventionPlanSupport {
            gaps = Texts.required(gaps, "a plan that needs support has gaps");
        }

        @Override
        public RequestKind kind() {
            return RequestKind.PREVENTION_PLAN_SUPPORT;
        }
    }

    /**
     * Whether somebody is a national (Protocol 18(3)); the identity itself would be sealed.
     *
     * @param presumedNationality ISO 3166-1 alpha-2
     * @param asylumIndicated whether protection from that State was asked for, in any form
     */
    record IdentityNationalityVerification(String basisOfClaim, String presumedNationality, boolean asylumIndicated)
            implements Details {
        public IdentityNationalityVerification {
            Texts.require(basisOfClaim, "a verification says on what the presumption rests");
        }

        /** Nothing is asked of a State from which protection is sought (R9). */
        public boolean isBlocked() {
            return asylumIndicated;
        }

        @Override
        public RequestKind kind() {
            return RequestKind.IDENTITY_NATIONALITY_VERIFICATION;
        }
    }

    /**
     * The return of somebody who consented; special needs would be sealed.
     *
     * @param consentRef where the consent is kept
     * @param country of return, ISO 3166-1 alpha-2
     */
    record ReturnFacilitation(String consentRef, String country) implements Details {
        public ReturnFacilitation {
            Texts.require(consentRef, "nobody is returned without consent");
        }

        @Override
        public RequestKind kind() {
            return RequestKind.RETURN_FACILITATION;
        }
    }
}
