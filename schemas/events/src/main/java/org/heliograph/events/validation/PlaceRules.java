package org.heliograph.events.validation;

import java.util.Optional;
import org.heliograph.events.ExactPosition;
import org.heliograph.events.Place;
import org.heliograph.events.Position;

final class PlaceRules {

    private PlaceRules() {}

    static void check(String path, Place place, Violations violations) {
        violations.text(path + ".name", place.getName());
        place.getCountry()
                .ifPresent(country -> violations.require(
                        Codes.isCountry(country), path + ".country", "an ISO 3166-1 alpha-2 code in capital letters"));
        place.getUnlocode()
                .ifPresent(code -> violations.require(
                        Codes.isLocation(code) && place.getCountry().stream().allMatch(code::startsWith),
                        path + ".unlocode",
                        "a UN/LOCODE of the place's country"));
        place.getPosition().ifPresent(position -> position(path + ".position", position, violations));
    }

    static void position(String path, Position position, Violations violations) {
        coordinates(path, position.getLat(), position.getLon(), position.getPrecisionKm(), violations);
    }

    static void position(String path, ExactPosition position, Violations violations) {
        coordinates(path, position.getLat(), position.getLon(), position.getPrecisionKm(), violations);
    }

    private static void coordinates(
            String path, double lat, double lon, Optional<Double> precisionKm, Violations violations) {
        // Written so that a value that is no number fails too.
        violations.require(Math.abs(lat) <= 90, path + ".lat", "-90 to 90 degrees");
        violations.require(Math.abs(lon) <= 180, path + ".lon", "-180 to 180 degrees");
        violations.require(
                precisionKm.stream().allMatch(radius -> radius >= 0 && Double.isFinite(radius)),
                path + ".precisionKm",
                "0 or more");
    }
}
