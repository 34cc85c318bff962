package org.heliograph.system;

import java.util.Map;
import org.heliograph.standalone.OfficerDesk;

/** Route alerts for tests that need one. */
final class Alerts {

    private Alerts() {}

    /** An exercise for the whole community; the id of its event. */
    static String tell(OfficerDesk iom) {
        return iom.post(
                        "/api/v1/alerts/routes",
                        Map.of(
                                "status", "EXERCISE",
                                "routeId", "north-bay",
                                "alertKind", "NEW_ROUTE",
                                "urgency", "EXPECTED",
                                "severity", "SEVERE",
                                "certainty", "LIKELY",
                                "validFrom", "2026-11-01T00:00:00Z",
                                "summary", "Departures from North Bay"))
                .success()
                .get("eventId")
                .asString();
    }
}
