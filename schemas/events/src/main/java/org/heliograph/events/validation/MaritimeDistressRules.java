package org.heliograph.events.validation;

import org.heliograph.events.MaritimeDistress;

final class MaritimeDistressRules {

    private static final double CIRCLE = 360;

    private MaritimeDistressRules() {}

    static void check(MaritimeDistress distress, Violations violations) {
        violations.text("distressId", distress.getDistressId());
        PlaceRules.position("position", distress.getPosition(), violations);
        // Both are written so that a value that is no number fails too.
        violations.require(
                distress.getCourse().stream().allMatch(course -> course >= 0 && course < CIRCLE),
                "course",
                "0 to below 360 degrees");
        violations.require(
                distress.getSpeedKn().stream().allMatch(speed -> speed >= 0 && Double.isFinite(speed)),
                "speedKn",
                "0 or more");
        violations.notNegative("personsOnBoard", distress.getPersonsOnBoard());
        violations.vocabulary("condition", distress.getCondition());
        violations.text("weather", distress.getWeather());
        violations.text("mrccNotified.name", distress.getMrccNotified().getName());
        violations.require(
                !distress.getMrccNotified()
                        .getAt()
                        .isAfter(distress.getEnvelope().getPublishedAt()),
                "mrccNotified.at",
                distress.getMrccNotified().getAt(),
                "not after envelope.publishedAt: the centre is told first");
        violations.known("phase", distress.getPhase());
    }
}
