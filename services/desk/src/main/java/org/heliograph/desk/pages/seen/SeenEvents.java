package org.heliograph.desk.pages.seen;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.desk.alerts.RouteAlerts;
import org.heliograph.desk.incidents.IncidentDirection;
import org.heliograph.desk.incidents.Incidents;

/** Finds what an officer sees. Any thread. */
public final class SeenEvents {

    public static final String INCIDENT = "incident.report";
    public static final String ALERT = "alert.route";

    private static final Pattern REFERENCE =
            Pattern.compile("([a-z.]{1,50})/([a-z][a-z0-9-]{0,62})/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final Incidents incidents;
    private final RouteAlerts alerts;

    SeenEvents(Incidents incidents, RouteAlerts alerts) {
        this.incidents = incidents;
        this.alerts = alerts;
    }

    /** Empty for what is no reference, and for what this party does not have. */
    public Optional<SeenEvent> find(String reference) {
        Matcher parts = REFERENCE.matcher(reference);
        return parts.matches()
                ? find(parts.group(1), parts.group(2), UUID.fromString(parts.group(3)))
                : Optional.empty();
    }

    /** Empty for what this party does not have. */
    public Optional<SeenEvent> find(String type, String originator, UUID eventId) {
        return switch (type) {
            case INCIDENT ->
                incidents.find(eventId, originator).stream()
                        .map(found -> new SeenEvent(
                                type,
                                originator,
                                eventId,
                                found.direction() == IncidentDirection.OUT,
                                found.incident()))
                        .findFirst();
            case ALERT ->
                alerts.find(eventId, originator).stream()
                        .map(found -> new SeenEvent(type, originator, eventId, false, found.alert()))
                        .findFirst();
            default -> Optional.empty();
        };
    }
}
