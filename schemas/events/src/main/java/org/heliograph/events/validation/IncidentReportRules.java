package org.heliograph.events.validation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.heliograph.events.IncidentReport;
import org.heliograph.events.IncidentType;
import org.heliograph.events.IncidentVessel;
import org.heliograph.events.NationalityCount;
import org.heliograph.events.PersonCounts;

final class IncidentReportRules {

    private static final String SMUGGLING_OF_MIGRANTS = "08051";

    private IncidentReportRules() {}

    static void check(IncidentReport report, Violations violations) {
        violations.text("incidentId", report.getIncidentId());
        violations.require(
                !report.getOccurredAt().isAfter(report.getEnvelope().getPublishedAt()),
                "occurredAt",
                report.getOccurredAt(),
                "not after envelope.publishedAt");
        violations.known("occurredAtPrecision", report.getOccurredAtPrecision());
        where(report, violations);
        violations.known("type", report.getType());
        violations.require(
                report.getIccsCode().stream().allMatch(SMUGGLING_OF_MIGRANTS::equals),
                "iccsCode",
                SMUGGLING_OF_MIGRANTS + ", smuggling of migrants, or none");
        report.getConveyance().ifPresent(conveyance -> violations.known("conveyance", conveyance));
        report.getVessel().ifPresent(vessel -> vessel(vessel, violations));
        persons(report.getPersons(), violations);
        nationalities(report, violations);
        casualties(report, violations);
        violations.notNegative("smugglersDetected", report.getSmugglersDetected());
        violations.vocabulary("aggravating", report.getAggravating());
        violations.texts("measuresTaken", report.getMeasuresTaken());
    }

    private static void where(IncidentReport report, Violations violations) {
        violations.require(
                report.getPlace().isPresent() || report.getPositionWgs84().isPresent(),
                "place",
                "a place, or positionWgs84");
        report.getPlace().ifPresent(place -> PlaceRules.check("place", place, violations));
        report.getPositionWgs84().ifPresent(position -> PlaceRules.position("positionWgs84", position, violations));
    }

    private static void vessel(IncidentVessel vessel, Violations violations) {
        vessel.getFlag()
                .ifPresent(flag -> violations.require(
                        Codes.isCountry(flag), "vessel.flag", "an ISO 3166-1 alpha-2 code in capital letters"));
        CodeRules.imoNumber("vessel.imoNumber", vessel.getImoNumber(), violations);
        CodeRules.mmsi("vessel.mmsi", vessel.getMmsi(), violations);
    }

    private static void persons(PersonCounts persons, Violations violations) {
        CountRules.bySex("persons", persons.getTotal(), persons.getFemale(), persons.getMale(), violations);
        violations.notNegative("persons.children", persons.getChildren());
        violations.notNegative("persons.unaccompanied", persons.getUnaccompanied());
        violations.notAbove("persons.children", persons.getChildren(), "persons.total", persons.getTotal());
        violations.notAbove(
                "persons.unaccompanied", persons.getUnaccompanied(), "persons.children", persons.getChildren());
    }

    private static void nationalities(IncidentReport report, Violations violations) {
        List<NationalityCount> nationalities = report.getNationalities();
        nationalities.forEach(nationality -> {
            violations.require(
                    Codes.isCountry(nationality.getIso2()),
                    "nationalities.iso2",
                    "ISO 3166-1 alpha-2 codes in capital letters");
            violations.notNegative("nationalities.count", nationality.getCount());
        });
        violations.distinct(
                "nationalities.iso2",
                nationalities.stream().map(NationalityCount::getIso2).toList());
        long counted = nationalities.stream()
                .mapToLong(nationality -> nationality.getCount().orElse(0))
                .sum();
        report.getPersons()
                .getTotal()
                .filter(total -> total >= 0)
                .ifPresent(total -> violations.require(
                        counted <= total, "nationalities.count", counted, "in sum not above persons.total"));
    }

    private static void casualties(IncidentReport report, Violations violations) {
        violations.notNegative("dead", report.getDead());
        violations.notNegative("missing", report.getMissing());
        violations.notNegative("survivors", report.getSurvivors());
        report.getCauseGroup().ifPresent(cause -> violations.known("causeGroup", cause));
        if (report.getType() == IncidentType.FATALITY) {
            violations.require(
                    Stream.of(report.getDead(), report.getMissing())
                            .flatMap(Optional::stream)
                            .anyMatch(number -> number >= 1),
                    "dead",
                    "dead or missing of 1 or more, as the type is FATALITY");
        }
    }
}
