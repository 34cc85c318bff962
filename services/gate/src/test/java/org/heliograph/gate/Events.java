package org.heliograph.gate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Certainty;
import org.heliograph.events.ControlHandling;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Envelope;
import org.heliograph.events.EstimateType;
import org.heliograph.events.GeoLevel;
import org.heliograph.events.HandlingAction;
import org.heliograph.events.IncidentReport;
import org.heliograph.events.IncidentType;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.ObservationDims;
import org.heliograph.events.ObservationUnit;
import org.heliograph.events.PersonCounts;
import org.heliograph.events.Place;
import org.heliograph.events.Position;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.RequestKind;
import org.heliograph.events.ResearchObservation;
import org.heliograph.events.RouteAlertKind;
import org.heliograph.events.RouteSegment;
import org.heliograph.events.Severity;
import org.heliograph.events.Status;
import org.heliograph.events.TimePrecision;
import org.heliograph.events.Tlp;
import org.heliograph.events.Urgency;

/** Events that pass every rule. */
final class Events {

    static final Instant AT = Instant.parse("2026-11-01T12:00:00Z");

    private Events() {}

    static AlertRoute alert(String originator) {
        return alert(originator, 12.3, -1.2);
    }

    static AlertRoute alert(String originator, double lat, double lon) {
        return AlertRoute.newBuilder()
                .setEnvelope(envelope("alert.route", originator)
                        .setTlp(Tlp.GREEN)
                        .setLane(Lane.OPERATIONAL)
                        .setPermittedPurposes(List.of(Purpose.STRATEGIC_ANALYSIS))
                        .build())
                .setRouteId("route-7")
                .setAlertKind(RouteAlertKind.SHIFT)
                .setUrgency(Urgency.EXPECTED)
                .setSeverity(Severity.MODERATE)
                .setCertainty(Certainty.LIKELY)
                .setSegments(List.of(RouteSegment.newBuilder()
                        .setSeq(1)
                        .setFromPlace(place("Port Alpha", lat, lon))
                        .setToPlace(Place.newBuilder().setName("Bay Bravo").build())
                        .build()))
                .setValidFrom(AT)
                .setSummary("Departures have moved along the coast")
                .build();
    }

    static CoopRequest request(String originator) {
        return CoopRequest.newBuilder()
                .setEnvelope(envelope("coop.request", originator)
                        .setTlp(Tlp.AMBER)
                        .setLane(Lane.COOPERATION)
                        .setPermittedPurposes(List.of(Purpose.LEGAL_COOPERATION))
                        .build())
                .setRequestId(UUID.randomUUID())
                .setReference("XA-2026-000123")
                .setKind(RequestKind.LEGISLATIVE_ASSISTANCE)
                .setRequestingParty(originator)
                .setAddressees(List.of("unodc"))
                .setSubject("Review of a draft law")
                .setFactsSummary("A draft is before parliament")
                .setAssistanceSought("Comments on article 6")
                .setPurpose(Purpose.LEGAL_COOPERATION)
                .setLanguage("en")
                .setUrgency(Urgency.EXPECTED)
                .build();
    }

    static IncidentReport incident(String originator, double lat, double lon) {
        return IncidentReport.newBuilder()
                .setEnvelope(envelope("incident.report", originator)
                        .setTlp(Tlp.AMBER)
                        .setLane(Lane.OPERATIONAL)
                        .setPermittedPurposes(List.of(Purpose.STRATEGIC_ANALYSIS))
                        .build())
                .setIncidentId("XA-SEA-1")
                .setOccurredAt(AT)
                .setOccurredAtPrecision(TimePrecision.HOUR)
                .setPositionWgs84(Position.newBuilder().setLat(lat).setLon(lon).build())
                .setType(IncidentType.RESCUE)
                .setPersons(PersonCounts.newBuilder().setTotal(62).build())
                .build();
    }

    static ResearchObservation observation(String originator, Tlp marking) {
        return ResearchObservation.newBuilder()
                .setEnvelope(envelope("research.observation", originator)
                        .setTlp(marking)
                        .setLane(Lane.KNOWLEDGE)
                        .setPermittedPurposes(List.of(Purpose.RESEARCH_STATISTICS))
                        .build())
                .setIndicator("rescue.persons")
                .setPeriod("2026-01")
                .setGeoLevel(GeoLevel.ROUTE)
                .setGeoCode("alpha-strait")
                .setGeoName("Alpha Strait")
                .setDims(ObservationDims.newBuilder().build())
                .setValue(new BigDecimal("480.000"))
                .setUnit(ObservationUnit.PERSONS)
                .setEstimateType(EstimateType.COUNT)
                .setMethod("Sum of the monthly reports")
                .setN(480)
                .setSuppressed(false)
                .setPillars(List.of(4))
                .setSourceNote("Exercise data")
                .build();
    }

    /** What the originator says of an event that it sent, in its case. */
    static ControlHandling handling(Envelope target, HandlingAction action) {
        return ControlHandling.newBuilder()
                .setEnvelope(Envelope.newBuilder(target)
                        .setEventId(UUID.randomUUID())
                        .setEventType("control.handling")
                        .setMsgType(MessageType.CANCEL)
                        .build())
                .setTargetEventId(target.getEventId())
                .setTargetEventType(target.getEventType())
                .setAction(action)
                .setReason("It was sent by mistake")
                .setConfirmBy(AT)
                .build();
    }

    private static Envelope.Builder envelope(String type, String originator) {
        return Envelope.newBuilder()
                .setEventId(UUID.randomUUID())
                .setEventType(type)
                .setOccurredAt(AT)
                .setPublishedAt(AT)
                .setOriginatorParty(originator)
                .setOriginatorRole("duty-officer")
                .setContextId("exercise:" + UUID.randomUUID())
                .setStatus(Status.EXERCISE)
                .setMsgType(MessageType.ALERT)
                .setPriority(Priority.MEDIUM)
                .setContainsPersonalData(false);
    }

    private static Place place(String name, double lat, double lon) {
        return Place.newBuilder()
                .setName(name)
                .setPosition(Position.newBuilder().setLat(lat).setLon(lon).build())
                .build();
    }
}
