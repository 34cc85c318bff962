package org.heliograph.events.validation;

import java.util.List;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.PersonsEstimate;
import org.heliograph.events.RouteSegment;

final class AlertRouteRules {

    private AlertRouteRules() {}

    static void check(AlertRoute alert, Violations violations) {
        violations.text("routeId", alert.getRouteId());
        violations.text("summary", alert.getSummary());
        violations.known("alertKind", alert.getAlertKind());
        alert.getModes().forEach(mode -> violations.known("modes", mode));
        violations.distinct("modes", alert.getModes());
        segments(alert.getSegments(), violations);
        CodeRules.countries("originCountries", alert.getOriginCountries(), violations);
        CodeRules.countries("transitCountries", alert.getTransitCountries(), violations);
        CodeRules.countries("destinationCountries", alert.getDestinationCountries(), violations);
        alert.getPersonsEstimate().ifPresent(estimate -> persons(estimate, violations));
        alert.getFeeRange().ifPresent(fees -> FeeRangeRules.check("feeRange", fees, violations));
        alert.getValidTo()
                .ifPresent(validTo -> violations.require(
                        !validTo.isBefore(alert.getValidFrom()), "validTo", validTo, "not before validFrom"));
    }

    private static void segments(List<RouteSegment> segments, Violations violations) {
        for (int index = 0; index < segments.size(); index++) {
            RouteSegment segment = segments.get(index);
            String path = "segments[%d]".formatted(index);
            violations.require(segment.getSeq() == index + 1, path + ".seq", segment.getSeq(), "" + (index + 1));
            PlaceRules.check(path + ".fromPlace", segment.getFromPlace(), violations);
            PlaceRules.check(path + ".toPlace", segment.getToPlace(), violations);
        }
    }

    private static void persons(PersonsEstimate estimate, Violations violations) {
        String path = "personsEstimate";
        violations.notNegative(path + ".min", estimate.getMin());
        violations.notNegative(path + ".max", estimate.getMax());
        violations.inOrder(path, estimate.getMin(), estimate.getMax());
        violations.require(
                Codes.isPeriod(estimate.getPeriod()), path + ".period", "an ISO 8601 duration or interval such as P1M");
    }
}
