package org.heliograph.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Certainty;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.Place;
import org.heliograph.events.Position;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.RouteAlertKind;
import org.heliograph.events.RouteSegment;
import org.heliograph.events.Severity;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.events.Urgency;

/** Events to test with. */
public final class Samples {

    private static final Instant AT = Instant.parse("2026-11-01T12:00:00Z");

    private Samples() {}

    public static Envelope envelope(Tlp tlp) {
        return Envelope.newBuilder()
                .setEventId(UUID.fromString("00000000-0000-4000-8000-000000000001"))
                .setEventType("alert.route")
                .setOccurredAt(AT)
                .setPublishedAt(AT)
                .setOriginatorParty("iom")
                .setOriginatorRole("duty-officer")
                .setContextId("exercise:00000000-0000-4000-8000-0000000000aa")
                .setStatus(Status.EXERCISE)
                .setMsgType(MessageType.ALERT)
                .setPriority(Priority.MEDIUM)
                .setTlp(tlp)
                .setPermittedPurposes(List.of(Purpose.STRATEGIC_ANALYSIS))
                .setLane(Lane.OPERATIONAL)
                .setContainsPersonalData(false)
                .build();
    }

    public static AlertRoute alert() {
        return alert(Tlp.GREEN, 12.3456, -1.2555);
    }

    public static AlertRoute alert(Tlp tlp, double lat, double lon) {
        return AlertRoute.newBuilder()
                .setEnvelope(envelope(tlp))
                .setRouteId("r-1")
                .setAlertKind(RouteAlertKind.SHIFT)
                .setUrgency(Urgency.EXPECTED)
                .setSeverity(Severity.MODERATE)
                .setCertainty(Certainty.LIKELY)
                .setSegments(List.of(RouteSegment.newBuilder()
                        .setSeq(1)
                        .setFromPlace(place("Port Alpha", lat, lon))
                        .setToPlace(place("Bay Bravo", lat + 1, lon + 1))
                        .build()))
                .setValidFrom(AT)
                .setSummary("A shift along the coast")
                .build();
    }

    private static Place place(String name, double lat, double lon) {
        return Place.newBuilder()
                .setName(name)
                .setPosition(Position.newBuilder().setLat(lat).setLon(lon).build())
                .build();
    }
}
