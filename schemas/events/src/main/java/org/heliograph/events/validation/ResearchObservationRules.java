package org.heliograph.events.validation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.heliograph.events.EstimateType;
import org.heliograph.events.MessageType;
import org.heliograph.events.ObservationDims;
import org.heliograph.events.ObservationUnit;
import org.heliograph.events.ResearchObservation;
import org.heliograph.events.Tlp;
import org.heliograph.events.series.ObservationPeriod;
import org.heliograph.events.series.Series;

final class ResearchObservationRules {

    /** R13: a cell of fewer persons is not told. */
    private static final int FEWEST_PERSONS = 11;
    /** R13: what is public is at least this old. */
    private static final Duration PUBLIC_DELAY = Duration.ofDays(30);

    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private ResearchObservationRules() {}

    static void check(ResearchObservation observation, Violations violations) {
        CodeRules.indicator("indicator", observation.getIndicator(), violations);
        period(observation, violations);
        geography(observation, violations);
        dims(observation.getDims(), violations);
        violations.known("unit", observation.getUnit());
        violations.known("estimateType", observation.getEstimateType());
        violations.text("method", observation.getMethod());
        violations.text("sourceNote", observation.getSourceNote());
        numbers(observation, violations);
        CodeRules.pillars(observation.getPillars(), violations);
        revision(observation, violations);
        String contextId =
                Series.of(observation).contextId(observation.getEnvelope().getStatus(), observation.getPeriod());
        violations.require(
                contextId.equals(observation.getEnvelope().getContextId()),
                "envelope.contextId",
                "the one of the series and period, " + contextId);
    }

    private static void period(ResearchObservation observation, Violations violations) {
        Optional<ObservationPeriod> period = ObservationPeriod.parse(observation.getPeriod());
        violations.require(period.isPresent(), "period", "a year, a month or two dates such as 2024-07-01/2024-09-30");
        if (period.isPresent() && observation.getEnvelope().getTlp() == Tlp.CLEAR) {
            Instant end =
                    period.get().last().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            violations.require(
                    !observation.getEnvelope().getPublishedAt().isBefore(end.plus(PUBLIC_DELAY)),
                    "period",
                    "one that ended 30 days before envelope.publishedAt, as the marking is CLEAR (R13)");
        }
    }

    private static void geography(ResearchObservation observation, Violations violations) {
        String code = observation.getGeoCode();
        violations.text("geoName", observation.getGeoName());
        switch (observation.getGeoLevel()) {
            case ADM0 -> violations.require(Codes.isCountry(code), "geoCode", "an ISO 3166-1 alpha-2 code");
            case ADM1 ->
                violations.require(
                        SUBDIVISION.matcher(code).matches() && Codes.isCountry(code.substring(0, 2)),
                        "geoCode",
                        "an ISO 3166-2 code such as XA-01");
            case REGION, ROUTE ->
                violations.require(Codes.isWords(code), "geoCode", "lower-case words such as central-mediterranean");
            case UNKNOWN -> violations.known("geoLevel", observation.getGeoLevel());
        }
    }

    private static void dims(ObservationDims dims, Violations violations) {
        dims.getCitizenship()
                .ifPresent(country ->
                        violations.require(Codes.isCountry(country), "dims.citizenship", "an ISO 3166-1 alpha-2 code"));
        dims.getSex().ifPresent(sex -> violations.known("dims.sex", sex));
        dims.getAgeBand().ifPresent(ages -> CodeRules.ageBand("dims.ageBand", ages, violations));
        dims.getMode().ifPresent(mode -> violations.known("dims.mode", mode));
    }

    private static void numbers(ResearchObservation observation, Violations violations) {
        Optional<BigDecimal> value = observation.getValue();
        Optional<Integer> n = observation.getN();
        boolean cancelled = observation.getEnvelope().getMsgType() == MessageType.CANCEL;
        if (observation.getSuppressed() || cancelled) {
            String cause = observation.getSuppressed() ? "suppressed" : "cancelled";
            violations.require(value.isEmpty(), "value", "null, as it is " + cause);
            violations.require(n.isEmpty(), "n", "null, as it is " + cause);
            return;
        }
        violations.require(value.stream().allMatch(number -> number.signum() >= 0), "value", "0 or more");
        violations.require(
                observation.getUnit() != ObservationUnit.PERCENT
                        || value.stream().allMatch(number -> number.compareTo(PERCENT) <= 0),
                "value",
                "0 to 100, as the unit is PERCENT");
        violations.require(
                n.isPresent() || observation.getEstimateType() == EstimateType.MODELLED,
                "n",
                "the number of persons, as they were counted");
        violations.require(
                n.stream().allMatch(persons -> persons >= FEWEST_PERSONS),
                "n",
                "%d or more, or suppressed (R13)".formatted(FEWEST_PERSONS));
    }

    private static void revision(ResearchObservation observation, Violations violations) {
        violations.require(observation.getRevision() >= 1, "revision", observation.getRevision(), "1 or more");
        if (observation.getRevision() > 1) {
            violations.require(
                    observation.getCorrection().filter(text -> !text.isBlank()).isPresent(),
                    "correction",
                    "what was corrected, as it is not the first revision");
        }
    }
}
