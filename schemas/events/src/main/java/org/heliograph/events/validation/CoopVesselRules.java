package org.heliograph.events.validation;

import java.util.List;
import java.util.Locale;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.VesselRegistryBoarding;

/** As a verification of a vessel, with the flag State alone as addressee. */
final class CoopVesselRules {

    private CoopVesselRules() {}

    static void check(String path, VesselRegistryBoarding vessel, CoopRequest request, Violations violations) {
        violations.text(path + "vesselName", vessel.getVesselName());
        violations.text(path + "description", vessel.getDescription());
        CodeRules.country(path + "claimedFlag", vessel.getClaimedFlag(), violations);
        violations.text(path + "marksOfRegistry", vessel.getMarksOfRegistry());
        CodeRules.imoNumber(path + "imoNumber", vessel.getImoNumber(), violations);
        CodeRules.mmsi(path + "mmsi", vessel.getMmsi(), violations);
        violations.text(path + "callSign", vessel.getCallSign());
        PlaceRules.position(path + "position", vessel.getPosition(), violations);
        violations.text(path + "groundsForSuspicion", vessel.getGroundsForSuspicion());
        violations.vocabulary(path + "proposedMeasures", vessel.getProposedMeasures());
        violations.require(request.getDueAt().isPresent(), "dueAt", "by when the flag State is to answer");
        String flagState = vessel.getClaimedFlag().toLowerCase(Locale.ROOT);
        violations.require(
                request.getAddressees().equals(List.of(flagState)),
                "addressees",
                "the State whose flag is claimed and nobody else: " + flagState);
    }
}
