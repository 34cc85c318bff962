package org.heliograph.events.validation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heliograph.events.IncidentReport;
import org.heliograph.events.IncidentType;
import org.heliograph.events.IncidentVessel;
import org.heliograph.events.NationalityCount;
import org.heliograph.events.PersonCounts;

final class IncidentReportRules {

    private static final String SMUGGLING_OF_MIGRANTS = "08051";
    private static final Pattern MMSI = Pattern.compile("[0-9]{9}");

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
        report.getAggravating().forEach(found -> violations.known("aggravating", found));
        violations.distinct("aggravating", report.getAggravating());
        report.getMeasuresTaken().forEach(measure -> violations.text("measuresTaken", measure));
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
        vessel.getImoNumber()
                .ifPresent(number -> violations.require(
                        Codes.isImoNumber(number),
                        "vessel.imoNumber",
                        "seven digits, the last the check digit of the others"));
        vessel.getMmsi()
                .ifPresent(mmsi -> violations.require(MMSI.matcher(mmsi).matches(), "vessel.mmsi", "nine digits"));
    }

    private static void persons(PersonCounts persons, Violations violations) {
        violations.notNegative("persons.total", persons.getTotal());
        violations.notNegative("persons.female", persons.getFemale());
        violations.notNegative("persons.male", persons.getMale());
        violations.notNegative("persons.children", persons.getChildren());
        violations.notNegative("persons.unaccompanied", persons.getUnaccompanied());
        sexes(persons, violations);
        violations.notAbove("persons.children", persons.getChildren(), "persons.total", persons.getTotal());
        violations.notAbove(
                "persons.unaccompanied", persons.getUnaccompanied(), "persons.children", persons.getChildren());
    }

    private static void sexes(PersonCounts persons, Violations violations) {
        Optional<Integer> total = persons.getTotal();
        Optional<Integer> female = persons.getFemale();
        Optional<Integer> male = persons.getMale();
        if (total.isPresent() && female.isPresent() && male.isPresent()) {
            long sum = (long) female.get() + male.get();
            violations.require(sum == total.get(), "persons.total", total.get(), "the sum of both sexes, " + sum);
        } else {
            violations.notAbove("persons.female", female, "persons.total", total);
            violations.notAbove("persons.male", male, "persons.total", total);
        }
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
