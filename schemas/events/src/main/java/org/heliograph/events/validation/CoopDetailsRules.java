package org.heliograph.events.validation;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.events.BudgetRange;
import org.heliograph.events.CampaignSupport;
import org.heliograph.events.CapacityBuilding;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.GeoLevel;
import org.heliograph.events.JointInvestigation;
import org.heliograph.events.LegislativeAssistance;
import org.heliograph.events.LegislativeStage;
import org.heliograph.events.MlaPreparation;
import org.heliograph.events.PreventionPlanSupport;
import org.heliograph.events.RequestDetails;
import org.heliograph.events.RequestKind;
import org.heliograph.events.ResearchData;
import org.heliograph.events.Urgency;
import org.heliograph.events.VesselRegistryBoarding;
import org.heliograph.events.requests.KindRules;

/** What each kind of request needs beyond what all need. */
final class CoopDetailsRules {

    private static final String PATH = "details.";

    private CoopDetailsRules() {}

    static void check(CoopRequest request, Violations violations) {
        RequestKind kind = request.getKind();
        if (kind == RequestKind.UNKNOWN) {
            return;
        }
        if (KindRules.needsSealing(kind)) {
            violations.require(false, "kind", kind, "a kind that is not about one person: those need sealing (R3)");
            return;
        }
        violations.require(
                KindRules.purposes(kind).containsAll(request.getEnvelope().getPermittedPurposes()),
                "envelope.permittedPurposes",
                "purposes of %s: %s".formatted(kind, KindRules.purposes(kind)));
        Map<RequestKind, Optional<?>> found = found(request.getDetails());
        found.forEach((other, details) -> {
            if (other == kind) {
                violations.require(details.isPresent(), PATH + name(kind), "a value, as %s needs one".formatted(kind));
            } else {
                violations.require(details.isEmpty(), PATH + name(other), "nothing beside the details of " + kind);
            }
        });
        found.getOrDefault(kind, Optional.empty()).ifPresent(details -> rules(details, request, violations));
    }

    private static Map<RequestKind, Optional<?>> found(Optional<RequestDetails> details) {
        Map<RequestKind, Optional<?>> found = new LinkedHashMap<>();
        found.put(RequestKind.LEGISLATIVE_ASSISTANCE, details.flatMap(RequestDetails::getLegislativeAssistance));
        found.put(RequestKind.CAPACITY_BUILDING, details.flatMap(RequestDetails::getCapacityBuilding));
        found.put(RequestKind.JOINT_INVESTIGATION, details.flatMap(RequestDetails::getJointInvestigation));
        found.put(RequestKind.MLA_PREPARATION, details.flatMap(RequestDetails::getMlaPreparation));
        found.put(RequestKind.VESSEL_REGISTRY_BOARDING, details.flatMap(RequestDetails::getVesselRegistryBoarding));
        found.put(RequestKind.RESEARCH_DATA, details.flatMap(RequestDetails::getResearchData));
        found.put(RequestKind.CAMPAIGN_SUPPORT, details.flatMap(RequestDetails::getCampaignSupport));
        found.put(RequestKind.PREVENTION_PLAN_SUPPORT, details.flatMap(RequestDetails::getPreventionPlanSupport));
        return found;
    }

    /** Of the field: {@code CAPACITY_BUILDING} is {@code capacityBuilding}. */
    private static String name(RequestKind kind) {
        String joined = Stream.of(kind.name().split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        return Character.toLowerCase(joined.charAt(0)) + joined.substring(1);
    }

    private static void rules(Object details, CoopRequest request, Violations violations) {
        String path = PATH + name(request.getKind()) + ".";
        switch (details) {
            case LegislativeAssistance legislative -> legislative(path, legislative, request, violations);
            case CapacityBuilding capacity -> capacity(path, capacity, request, violations);
            case JointInvestigation joint -> joint(path, joint, request, violations);
            case MlaPreparation mla -> mla(path, mla, request, violations);
            case VesselRegistryBoarding vessel -> CoopVesselRules.check(path, vessel, request, violations);
            case ResearchData research -> research(path, research, violations);
            case CampaignSupport campaign -> campaign(path, campaign, violations);
            case PreventionPlanSupport plan -> plan(path, plan, request, violations);
            default -> throw new IllegalArgumentException("no details of a kind");
        }
    }

    private static void legislative(
            String path, LegislativeAssistance details, CoopRequest request, Violations violations) {
        violations.text(path + "law", details.getLaw());
        violations.known(path + "stage", details.getStage());
        violations.atLeastOne(path + "articles", details.getArticles());
        CodeRules.protocolArticles(path + "articles", details.getArticles(), violations);
        if (details.getStage() != LegislativeStage.PLANNED) {
            attached("the text of the law, unless it is only PLANNED", request, violations);
        }
    }

    private static void capacity(String path, CapacityBuilding details, CoopRequest request, Violations violations) {
        violations.text(path + "topic", details.getTopic());
        violations.text(path + "audience", details.getAudience());
        violations.require(
                details.getParticipants() >= 1, path + "participants", details.getParticipants(), "1 or more");
        CodeRules.language(path + "trainingLanguage", details.getTrainingLanguage(), violations);
        violations.require(
                !details.getPreferredFrom()
                        .isBefore(request.getEnvelope()
                                .getOccurredAt()
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate()
                                .minusDays(1)),
                path + "preferredFrom",
                details.getPreferredFrom(),
                "a day ahead");
        violations.require(
                !details.getPreferredTo().isBefore(details.getPreferredFrom()),
                path + "preferredTo",
                details.getPreferredTo(),
                "not before preferredFrom");
        CodeRules.country(path + "hostCountry", details.getHostCountry(), violations);
    }

    private static void joint(String path, JointInvestigation details, CoopRequest request, Violations violations) {
        violations.text(path + "modusOperandi", details.getModusOperandi());
        violations.atLeastOne(path + "routes", details.getRoutes());
        violations.texts(path + "routes", details.getRoutes());
        Set<String> all = new HashSet<>(request.getAddressees());
        all.add(request.getRequestingParty());
        violations.distinct(path + "participants", details.getParticipants());
        violations.require(
                new HashSet<>(details.getParticipants()).equals(all),
                path + "participants",
                "the requesting party and all addressees");
        violations.require(
                details.getParticipants().contains(details.getLead()), path + "lead", "one of the participants");
        violations.require(
                request.getLegalBasis().isPresent(), "legalBasis", "a value, as JOINT_INVESTIGATION needs one");
    }

    private static void mla(String path, MlaPreparation details, CoopRequest request, Violations violations) {
        violations.text(path + "requestingAuthority", details.getRequestingAuthority());
        violations.text(path + "requestedAuthority", details.getRequestedAuthority());
        violations.text(path + "offence", details.getOffence());
        violations.text(path + "evidenceSought", details.getEvidenceSought());
        violations.text(path + "form", details.getForm());
        violations.require(
                request.getUrgency() != Urgency.UNKNOWN, "urgency", "a known one, as MLA_PREPARATION needs it");
    }

    private static void research(String path, ResearchData details, Violations violations) {
        violations.atLeastOne(path + "indicators", details.getIndicators());
        details.getIndicators().forEach(indicator -> CodeRules.indicator(path + "indicators", indicator, violations));
        violations.distinct(path + "indicators", details.getIndicators());
        violations.require(
                Codes.isPeriod(details.getPeriod()), path + "period", "ISO 8601 such as 2026-01-01/2026-06-30 or P6M");
        violations.known(path + "geoLevel", details.getGeoLevel());
        violations.atLeastOne(path + "geoCodes", details.getGeoCodes());
        violations.texts(path + "geoCodes", details.getGeoCodes());
        violations.distinct(path + "geoCodes", details.getGeoCodes());
        if (details.getGeoLevel() == GeoLevel.ADM0) {
            CodeRules.countries(path + "geoCodes", details.getGeoCodes(), violations);
        }
        violations.text(path + "datasetAgreement", details.getDatasetAgreement());
    }

    private static void campaign(String path, CampaignSupport details, Violations violations) {
        violations.atLeastOne(path + "audiences", details.getAudiences());
        violations.texts(path + "audiences", details.getAudiences());
        violations.text(path + "message", details.getMessage());
        violations.atLeastOne(path + "languages", details.getLanguages());
        CodeRules.languages(path + "languages", details.getLanguages(), violations);
        violations.atLeastOne(path + "channels", details.getChannels());
        violations.vocabulary(path + "channels", details.getChannels());
        budget(path + "budget", details.getBudget(), violations);
    }

    private static void budget(String path, BudgetRange budget, Violations violations) {
        violations.require(
                budget.getMin().isPresent() || budget.getMax().isPresent(), path, "a minimum, a maximum or both");
        violations.require(budget.getMin().stream().allMatch(min -> min.signum() >= 0), path + ".min", "0 or more");
        violations.require(budget.getMax().stream().allMatch(max -> max.signum() >= 0), path + ".max", "0 or more");
        violations.inOrder(path, budget.getMin(), budget.getMax());
        violations.require(Codes.isCurrency(budget.getCurrency()), path + ".currency", "an ISO 4217 code");
    }

    private static void plan(String path, PreventionPlanSupport details, CoopRequest request, Violations violations) {
        violations.require(
                details.getCountry().isPresent() != details.getRegion().isPresent(),
                path + "country",
                "a country or a region, not both");
        details.getCountry().ifPresent(country -> CodeRules.country(path + "country", country, violations));
        details.getRegion().ifPresent(region -> CodeRules.words(path + "region", List.of(region), violations));
        violations.atLeastOne(path + "gaps", details.getGaps());
        violations.texts(path + "gaps", details.getGaps());
        attached("the draft plan", request, violations);
    }

    private static void attached(String what, CoopRequest request, Violations violations) {
        violations.require(!request.getAttachments().isEmpty(), "attachments", "at least one: " + what);
    }
}
