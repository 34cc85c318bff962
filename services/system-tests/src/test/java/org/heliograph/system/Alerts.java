package org.heliograph.system;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Lane;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.testkit.SampleEvents;

/** Route alerts for tests that need one. */
final class Alerts {

    /** Events can say it, Postgres cannot: who is to store such an alert puts it aside. */
    static final Instant AFTER_ALL_TIME = Instant.ofEpochMilli(Long.MAX_VALUE);

    private Alerts() {}

    /** As an officer enters it: an exercise for the whole community. */
    static Map<String, Object> newRoute() {
        return Map.of(
                "status", "EXERCISE",
                "routeId", "north-bay",
                "alertKind", "NEW_ROUTE",
                "urgency", "EXPECTED",
                "severity", "SEVERE",
                "certainty", "LIKELY",
                "validFrom", "2026-11-01T00:00:00Z",
                "summary", "Departures from North Bay");
    }

    /** Tells everybody; the id of the event. */
    static String tell(OfficerDesk iom) {
        return iom.post("/api/v1/alerts/routes", newRoute())
                .success()
                .get("eventId")
                .asString();
    }

    /** Of XA, as it goes into an outbox. */
    static AlertRoute of(String contextId, Tlp tlp, Instant occurredAt) {
        return AlertRoute.newBuilder(SampleEvents.alertRoute("xa"))
                .setEnvelope(SampleEvents.envelope("alert.route", "xa")
                        .setContextId(contextId)
                        .setOccurredAt(occurredAt)
                        .setTlp(tlp)
                        .setLane(Lane.OPERATIONAL)
                        .setPermittedPurposes(List.of(Purpose.STRATEGIC_ANALYSIS))
                        .build())
                .build();
    }

    /** Of XA, which no recipient can store, with this summary. */
    static AlertRoute poison(String contextId, String summary) {
        return AlertRoute.newBuilder(of(contextId, Tlp.AMBER, AFTER_ALL_TIME))
                .setSummary(summary)
                .build();
    }
}
