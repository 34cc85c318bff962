package org.heliograph.iom.research;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Certainty;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.PersonsEstimate;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.RouteAlertKind;
import org.heliograph.events.Severity;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.events.Urgency;
import org.springframework.stereotype.Component;

/** Puts a rise of deaths into words and into an event. */
@Component
class RiseAlerts {

    private static final String EVENT_TYPE = "alert.route";
    /** Not for law enforcement: the data is no indication of smuggling. */
    private static final List<Purpose> PURPOSES =
            List.of(Purpose.STRATEGIC_ANALYSIS, Purpose.SAFETY_OF_LIFE, Purpose.PREVENTION_INFORMATION);

    private final Envelopes envelopes;

    RiseAlerts(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    /** The alert of a route and month, of which there is one with each status. */
    record Subject(String routeCode, YearMonth month, Status status) {

        /** The same on any machine, so that a change stands in the case of what it changes. */
        CaseFile file(String originator) {
            String name = String.join("|", originator, "DEATHS_RISE", routeCode, month.toString());
            return new CaseFile(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), status);
        }
    }

    static String summary(String routeName, YearMonth month, DeathsRise.Rise rise) {
        String figures = rise.findings().stream().map(RiseAlerts::words).collect(Collectors.joining("; "));
        return "Far above the twelve months before on %s in %s: %s. %s Source: %s"
                .formatted(routeName, month, figures, Notices.DISCLAIMER, Notices.SOURCE);
    }

    static String withdrawal(String routeName, YearMonth month) {
        return "Withdrawn after a correction of the records: the alert for %s in %s. %s Source: %s"
                .formatted(routeName, month, Notices.DISCLAIMER, Notices.SOURCE);
    }

    AlertRoute event(Subject subject, MessageType type, String summary, Optional<DeathsRise.Rise> rise) {
        Handling handling = new Handling(Tlp.GREEN, List.of(), null, PURPOSES, null, false);
        Envelope envelope = envelopes.build(
                EVENT_TYPE,
                subject.file(ObservationEvents.ORIGINATOR),
                Lane.OPERATIONAL,
                type,
                Priority.MEDIUM,
                handling,
                Caller.SERVICE,
                null);
        return AlertRoute.newBuilder()
                .setEnvelope(envelope)
                .setRouteId(subject.routeCode())
                .setAlertKind(RouteAlertKind.DEATHS_RISE)
                .setUrgency(Urgency.PAST)
                .setSeverity(Severity.SEVERE)
                .setCertainty(Certainty.OBSERVED)
                .setModes(List.of())
                .setSegments(List.of())
                .setOriginCountries(List.of())
                .setTransitCountries(List.of())
                .setDestinationCountries(List.of())
                .setPersonsEstimate(rise.map(RiseAlerts::persons).orElse(null))
                .setFeeRange(null)
                .setRecruitmentChannels(List.of())
                .setConcealmentMethods(List.of())
                .setValidFrom(subject.month().atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .setValidTo(
                        subject.month().plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .setSummary(summary)
                .build();
    }

    private static PersonsEstimate persons(DeathsRise.Rise rise) {
        return PersonsEstimate.newBuilder()
                .setMin(rise.findings().stream()
                        .mapToInt(DeathsRise.Finding::value)
                        .sum())
                .setMax(null)
                .setPeriod("P1M")
                .build();
    }

    private static String words(DeathsRise.Finding finding) {
        return String.format(
                Locale.ROOT,
                "%d persons recorded as %s, against %.1f in the mean of the twelve months%s"
                        + " (upper tail of the negative binomial distribution at most 0.0005)",
                finding.value(),
                finding.indicator().name().toLowerCase(Locale.ROOT),
                finding.mean(),
                finding.hidden() == 0
                        ? ""
                        : ", of which %d are suppressed and taken as 10".formatted(finding.hidden()));
    }
}
