package org.heliograph.iom.research;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.events.Envelope;
import org.heliograph.events.EstimateType;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.ObservationDims;
import org.heliograph.events.ObservationUnit;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.ResearchObservation;
import org.heliograph.events.Sex;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.events.series.Series;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what is to be told into an event. */
@Component
class ObservationEvents {

    static final String ORIGINATOR = "iom";
    static final String EVENT_TYPE = "research.observation";
    private static final List<Purpose> PURPOSES =
            List.of(Purpose.RESEARCH_STATISTICS, Purpose.STRATEGIC_ANALYSIS, Purpose.PREVENTION_INFORMATION);
    /** R13: what is public is at least so old. */
    private static final int PUBLIC_AFTER_DAYS = 30;
    /** Of the Comprehensive Approach: research and data. */
    private static final int RESEARCH = 4;

    private static final int DECIMALS = 3;

    private final Envelopes envelopes;

    ObservationEvents(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    /** The marking of a figure of the month, now. */
    Tlp marking(YearMonth month) {
        return month.plusMonths(1)
                        .atDay(1)
                        .plusDays(PUBLIC_AFTER_DAYS)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                        .isAfter(envelopes.now())
                ? Tlp.GREEN
                : Tlp.CLEAR;
    }

    /** @param before what it corrects; null if it is the first of its series and month */
    ResearchObservation event(Told told, @Nullable Told before) {
        Indicator indicator = told.indicator();
        Handling handling = new Handling(told.tlp(), List.of(), null, PURPOSES, null, false);
        ObservationDims dims = dims(indicator);
        ObservationUnit unit = indicator == Indicator.INCIDENTS ? ObservationUnit.INCIDENTS : ObservationUnit.PERSONS;
        Series series = new Series(
                ORIGINATOR,
                indicator.seriesName(),
                told.group().level(),
                told.group().code(),
                dims,
                unit,
                EstimateType.MIN);
        String context = series.contextId(Status.ACTUAL, told.month().toString());
        UUID caseId = UUID.fromString(context.substring(context.indexOf(':') + 1));
        return ResearchObservation.newBuilder()
                .setEnvelope(envelope(caseId, handling, before))
                .setIndicator(indicator.seriesName())
                .setPeriod(told.month().toString())
                .setGeoLevel(told.group().level())
                .setGeoCode(told.group().code())
                .setGeoName(told.group().name())
                .setDims(dims)
                .setValue(decimal(told.cell().value()))
                .setUnit(unit)
                .setEstimateType(EstimateType.MIN)
                .setMethod(told.method())
                .setN(told.cell().n())
                .setSuppressed(told.cell().suppressed())
                .setPillars(List.of(RESEARCH))
                .setSourceNote(Notices.SOURCE)
                .setDisclaimer(Notices.DISCLAIMER)
                .setRevision(told.revision())
                .setCorrection(before == null ? null : correction(told, before))
                .build();
    }

    private Envelope envelope(UUID caseId, Handling handling, @Nullable Told before) {
        return envelopes.build(
                EVENT_TYPE,
                new CaseFile(caseId, Status.ACTUAL),
                Lane.KNOWLEDGE,
                before == null ? MessageType.ALERT : MessageType.UPDATE,
                Priority.LOW,
                handling,
                Caller.SERVICE,
                null);
    }

    private static ObservationDims dims(Indicator indicator) {
        return ObservationDims.newBuilder()
                .setSex(
                        switch (indicator) {
                            case WOMEN -> Sex.FEMALE;
                            case MEN -> Sex.MALE;
                            default -> null;
                        })
                .setAgeBand(indicator == Indicator.CHILDREN ? "0-17" : null)
                .build();
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer value) {
        return value == null ? null : BigDecimal.valueOf(value).setScale(DECIMALS);
    }

    private static String correction(Told told, Told before) {
        if (!told.cell().equals(before.cell())) {
            return "The records of the month were corrected.";
        }
        return told.tlp() == before.tlp()
                ? "What is said beside the figure was corrected; the figure is the same."
                : "The figure is the same; it is public now, 30 days after its month.";
    }
}
