package org.heliograph.testkit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Certainty;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.Place;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.heliograph.events.RouteAlertKind;
import org.heliograph.events.RouteSegment;
import org.heliograph.events.Severity;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.events.TransportMode;
import org.heliograph.events.Urgency;

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
                .build();
    }

    /** An AMBER coop.event, which every party may publish. */
    public static CoopEvent coopEvent(String originator, Envelope envelope) {
        return CoopEvent.newBuilder()
                .setEnvelope(envelope)
                .setRequestId(UUID.randomUUID())
                .setAddressee(originator)
                .setSeq(1)
                .setFromState(RequestState.SUBMITTED)
                .setToState(RequestState.ACKNOWLEDGED)
                .setActorParty(originator)
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
