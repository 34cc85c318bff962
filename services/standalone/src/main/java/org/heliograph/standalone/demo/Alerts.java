package org.heliograph.standalone.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Made alerts. */
final class Alerts {

    private Alerts() {}

    static Map<String, Object> newRoute() {
        return Map.of(
                "status", "EXERCISE",
                "routeId", "north-bay",
                "alertKind", "NEW_ROUTE",
                "urgency", "EXPECTED",
                "severity", "SEVERE",
                "certainty", "LIKELY",
                "modes", List.of("SEA"),
                "validFrom", Instant.now().toString(),
                "summary", "Departures from North Bay in small inflatable boats");
    }
}
