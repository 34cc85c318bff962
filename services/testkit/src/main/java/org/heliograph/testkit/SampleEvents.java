package org.heliograph.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Certainty;
import org.heliograph.events.CoopAct;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.CoopNotice;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Envelope;
import org.heliograph.events.EstimateType;
import org.heliograph.events.GeoLevel;
import org.heliograph.events.IncidentReport;
import org.heliograph.events.IncidentType;
import org.heliograph.events.Lane;
import org.heliograph.events.LegislativeAssistance;
import org.heliograph.events.LegislativeStage;
import org.heliograph.events.MessageType;
import org.heliograph.events.NoticedStanding;
import org.heliograph.events.ObservationDims;
import org.heliograph.events.ObservationUnit;
import org.heliograph.events.PersonCounts;
import org.heliograph.events.Place;
import org.heliograph.events.Position;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.RequestDetails;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.heliograph.events.ResearchObservation;
import org.heliograph.events.RouteAlertKind;
import org.heliograph.events.RouteSegment;
import org.heliograph.events.Severity;
import org.heliograph.events.Status;
import org.heliograph.events.TimePrecision;
import org.heliograph.events.Tlp;
import org.heliograph.events.TransportMode;
import org.heliograph.events.Urgency;
import org.heliograph.events.series.Series;

/** Events that pass every rule, each in a case of its own, as exercise. */
public final class SampleEvents {

    private SampleEvents() {}

    public static Envelope.Builder envelope(String eventType, String originator) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return Envelope.newBuilder()
                .setEventId(UUID.randomUUID())
                .setEventType(eventType)
                .setOccurredAt(now)
                .setPublishedAt(now)
                .setOriginatorParty(originator)
                .setOriginatorRole("duty-officer")
                .setContextId("exercise:" + UUID.randomUUID())
                .setStatus(Status.EXERCISE)
                .setMsgType(MessageType.ALERT)
                .setPriority(Priority.MEDIUM)
                .setContainsPersonalData(false);
    }

    /** A GREEN alert.route. */
    public static AlertRoute alertRoute(String originator) {
        return alertRoute(envelope("alert.route", originator)
                .setTlp(Tlp.GREEN)
                .setLane(Lane.OPERATIONAL)
                .setPermittedPurposes(List.of(Purpose.STRATEGIC_ANALYSIS))
                .build());
    }

    public static AlertRoute alertRoute(Envelope envelope) {
        return AlertRoute.newBuilder()
                .setEnvelope(envelope)
                .setRouteId("route-7")
                .setAlertKind(RouteAlertKind.SHIFT)
                .setUrgency(Urgency.EXPECTED)
                .setSeverity(Severity.MODERATE)
                .setCertainty(Certainty.LIKELY)
                .setModes(List.of(TransportMode.SEA))
                .setSegments(List.of(RouteSegment.newBuilder()
                        .setSeq(1)
                        .setFromPlace(Place.newBuilder().setName("Port Alpha").build())
                        .setToPlace(Place.newBuilder().setName("Bay Bravo").build())
                        .build()))
                .setValidFrom(envelope.getOccurredAt())
                .setSummary("Departures have moved along the coast")
                .build();
    }

    /** An AMBER coop.request. */
    public static CoopRequest coopRequest(String originator, String... addressees) {
        UUID requestId = UUID.randomUUID();
        return CoopRequest.newBuilder()
                .setEnvelope(cooperation("coop.request", originator)
                        .setContextId("exercise:" + requestId)
                        .build())
                .setRequestId(requestId)
                .setReference("%s-2026-%06d".formatted(originator.toUpperCase(java.util.Locale.ROOT), 1))
                .setKind(RequestKind.LEGISLATIVE_ASSISTANCE)
                .setRequestingParty(originator)
                .setAddressees(List.of(addressees))
                .setSubject("Review of a draft law")
                .setFactsSummary("A draft is before parliament")
                .setAssistanceSought("Comments on articles 6 and 16")
                .setPurpose(Purpose.LEGAL_COOPERATION)
                .setLanguage("en")
                .setUrgency(Urgency.EXPECTED)
                .setDetails(RequestDetails.newBuilder()
                        .setLegislativeAssistance(
                                new LegislativeAssistance("Bill 12/2026", LegislativeStage.PLANNED, List.of("6", "16")))
                        .build())
                .build();
    }

    /** An AMBER coop.event, which every party may publish. */
    public static CoopEvent coopEvent(String originator, Envelope envelope) {
        return CoopEvent.newBuilder()
                .setEnvelope(envelope)
                .setRequestId(UUID.randomUUID())
                .setKind(RequestKind.LEGISLATIVE_ASSISTANCE)
                .setAddressee(originator)
                .setSeq(1)
                .setAct(CoopAct.ACKNOWLEDGE)
                .setFromState(RequestState.SUBMITTED)
                .setToState(RequestState.ACKNOWLEDGED)
                .setActorParty(originator)
                .build();
    }

    /** An AMBER coop.notice of a joint investigation, which States may publish. */
    public static CoopNotice coopNotice(String originator, String addressee) {
        UUID requestId = UUID.randomUUID();
        Envelope envelope = cooperation("coop.notice", originator)
                .setContextId("exercise:" + requestId)
                .setPermittedPurposes(List.of(Purpose.OPERATIONAL_LE))
                .build();
        return CoopNotice.newBuilder()
                .setEnvelope(envelope)
                .setRequestId(requestId)
                .setReference("%s-2026-%06d".formatted(originator.toUpperCase(java.util.Locale.ROOT), 1))
                .setKind(RequestKind.JOINT_INVESTIGATION)
                .setPillar(3)
                .setRequestingParty(originator)
                .setStandings(List.of(new NoticedStanding(addressee, RequestState.SUBMITTED)))
                .setState(RequestState.SUBMITTED)
                .setSubmittedAt(envelope.getOccurredAt())
                .build();
    }

    /** An AMBER incident.report. */
    public static IncidentReport incidentReport(String originator) {
        Envelope envelope = envelope("incident.report", originator)
                .setTlp(Tlp.AMBER)
                .setLane(Lane.OPERATIONAL)
                .setPermittedPurposes(List.of(Purpose.STRATEGIC_ANALYSIS))
                .build();
        return IncidentReport.newBuilder()
                .setEnvelope(envelope)
                .setIncidentId(originator + "-" + envelope.getEventId())
                .setOccurredAt(envelope.getOccurredAt())
                .setOccurredAtPrecision(TimePrecision.HOUR)
                .setPositionWgs84(
                        Position.newBuilder().setLat(34.52).setLon(24.01).build())
                .setType(IncidentType.RESCUE)
                .setPersons(PersonCounts.newBuilder().setTotal(62).build())
                .build();
    }

    /** A number of a series of its own: the month of a route that nobody else has. CLEAR and GREEN name nobody. */
    public static ResearchObservation observation(String originator, Tlp marking) {
        return observation(originator, marking, "route-" + UUID.randomUUID(), "2026-01", 480);
    }

    /** Rescued persons of a month on a route. */
    public static ResearchObservation observation(
            String originator, Tlp marking, String route, String month, int persons) {
        ObservationDims dims = ObservationDims.newBuilder().build();
        Series series = new Series(
                originator, "rescue.persons", GeoLevel.ROUTE, route, dims, ObservationUnit.PERSONS, EstimateType.COUNT);
        return ResearchObservation.newBuilder()
                .setEnvelope(envelope("research.observation", originator)
                        .setContextId(series.contextId(Status.EXERCISE, month))
                        .setTlp(marking)
                        .setLane(Lane.KNOWLEDGE)
                        .setPermittedPurposes(List.of(Purpose.RESEARCH_STATISTICS))
                        .build())
                .setIndicator(series.indicator())
                .setPeriod(month)
                .setGeoLevel(series.geoLevel())
                .setGeoCode(route)
                .setGeoName("A route of an exercise")
                .setDims(dims)
                .setValue(BigDecimal.valueOf(persons).setScale(3))
                .setUnit(series.unit())
                .setEstimateType(series.estimateType())
                .setMethod("Sum of the monthly reports")
                .setN(persons)
                .setSuppressed(false)
                .setPillars(List.of(4))
                .setSourceNote("Exercise data")
                .build();
    }

    /** The envelope of an event of a subject of its own, which is its case. */
    static Envelope about(String eventType, String originator, UUID subject, Tlp marking, Lane lane, Purpose purpose) {
        return envelope(eventType, originator)
                .setContextId("exercise:" + subject)
                .setTlp(marking)
                .setLane(lane)
                .setPermittedPurposes(List.of(purpose))
                .build();
    }

    /** The envelope of a cooperation event, marked AMBER. */
    public static Envelope.Builder cooperation(String eventType, String originator) {
        return envelope(eventType, originator)
                .setTlp(Tlp.AMBER)
                .setLane(Lane.COOPERATION)
                .setPermittedPurposes(List.of(Purpose.LEGAL_COOPERATION));
    }
}
