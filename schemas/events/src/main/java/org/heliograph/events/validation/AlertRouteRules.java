package org.heliograph.events.validation;

import java.util.List;
import java.util.Optional;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.FeeRange;
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
        countries("originCountries", alert.getOriginCountries(), violations);
        countries("transitCountries", alert.getTransitCountries(), violations);
        countries("destinationCountries", alert.getDestinationCountries(), violations);
        alert.getPersonsEstimate().ifPresent(estimate -> persons(estimate, violations));
        alert.getFeeRange().ifPresent(fees -> fees(fees, violations));
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

    private static void countries(String path, List<String> countries, Violations violations) {
        countries.forEach(country ->
                violations.require(Codes.isCountry(country), path, "ISO 3166-1 alpha-2 codes in capital letters"));
        violations.distinct(path, countries);
    }

    private static void persons(PersonsEstimate estimate, Violations violations) {
        String path = "personsEstimate";
        violations.notNegative(path + ".min", estimate.getMin());
        violations.notNegative(path + ".max", estimate.getMax());
        inOrder(path, estimate.getMin(), estimate.getMax(), violations);
        violations.require(
                Codes.isPeriod(estimate.getPeriod()), path + ".period", "an ISO 8601 duration or interval such as P1M");
    }

    private static void fees(FeeRange fees, Violations violations) {
        String path = "feeRange";
        violations.require(fees.getMin().stream().allMatch(min -> min.signum() >= 0), path + ".min", "0 or more");
        violations.require(fees.getMax().stream().allMatch(max -> max.signum() >= 0), path + ".max", "0 or more");
        inOrder(path, fees.getMin(), fees.getMax(), violations);
        violations.require(Codes.isCurrency(fees.getCurrency()), path + ".currency", "an ISO 4217 code");
    }

    private static <T extends Comparable<T>> void inOrder(
            String path, Optional<T> min, Optional<T> max, Violations violations) {
        if (min.isPresent() && max.isPresent()) {
            violations.require(min.get().compareTo(max.get()) <= 0, path, "a minimum not above the maximum");
        }
    }
}
