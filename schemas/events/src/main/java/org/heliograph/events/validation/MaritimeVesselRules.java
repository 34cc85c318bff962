package org.heliograph.events.validation;

import java.util.Optional;
import java.util.Set;
import org.heliograph.events.Authorisation;
import org.heliograph.events.MaritimeVesselAction;
import org.heliograph.events.MaritimeVesselRequest;
import org.heliograph.events.MaritimeVesselResponse;
import org.heliograph.events.RegistryStatus;

/** Smuggling of Migrants Protocol, article 8. */
final class MaritimeVesselRules {

    private static final Set<Authorisation> AUTHORISED = Set.of(Authorisation.GRANTED, Authorisation.CONDITIONAL);
    private static final Set<Authorisation> WITH_REASON = Set.of(Authorisation.REFUSED, Authorisation.DEFERRED);

    private MaritimeVesselRules() {}

    static void check(MaritimeVesselRequest request, Violations violations) {
        violations.text("vesselName", request.getVesselName());
        violations.text("description", request.getDescription());
        CodeRules.country("claimedFlag", request.getClaimedFlag(), violations);
        violations.text("marksOfRegistry", request.getMarksOfRegistry());
        CodeRules.imoNumber("imoNumber", request.getImoNumber(), violations);
        CodeRules.mmsi("mmsi", request.getMmsi(), violations);
        violations.text("callSign", request.getCallSign());
        PlaceRules.position("position", request.getPosition(), violations);
        violations.text("groundsForSuspicion", request.getGroundsForSuspicion());
        violations.vocabulary("proposedMeasures", request.getProposedMeasures());
        violations.require(
                request.getReplyBy().isAfter(request.getEnvelope().getPublishedAt()),
                "replyBy",
                request.getReplyBy(),
                "a time after envelope.publishedAt");
    }

    static void check(MaritimeVesselResponse response, Violations violations) {
        Optional<Authorisation> authorisation = response.getAuthorisation();
        authorisation.ifPresent(answer -> violations.known("authorisation", answer));
        violations.require(
                response.getRegistry() == RegistryStatus.CONFIRMED
                        || authorisation.stream().noneMatch(AUTHORISED::contains),
                "authorisation",
                "none granted before the registry is CONFIRMED");
        violations.texts("conditions", response.getConditions());
        violations.require(
                response.getConditions().isEmpty()
                        != authorisation.stream().anyMatch(Authorisation.CONDITIONAL::equals),
                "conditions",
                "at least one with CONDITIONAL, none otherwise");
        violations.text("reason", response.getReason());
        violations.require(
                response.getReason().isPresent() || authorisation.stream().noneMatch(WITH_REASON::contains),
                "reason",
                "why it is refused or deferred");
    }

    static void check(MaritimeVesselAction action, Violations violations) {
        violations.vocabulary("measuresTaken", action.getMeasuresTaken());
        violations.text("results", action.getResults());
        violations.text("personsSafety", action.getPersonsSafety());
    }
}
