package org.heliograph.desk.pages.seen;

import java.util.List;
import java.util.Map;
import org.heliograph.desk.pages.seen.StoredFacts.Fact;
import org.heliograph.pages.design.Shell;
import tools.jackson.databind.JsonNode;

/** What an event says, in words. How it is to be treated comes apart. */
public final class SeenFacts {

    private static final Map<String, String> OF_INCIDENTS = Map.of("type", "incidenttype", "conveyance", "conveyance");

    private static final Map<String, String> OF_ALERTS = Map.of(
            "alertKind", "alertkind",
            "severity", "severity",
            "certainty", "certainty",
            "urgency", "urgency",
            "modes", "mode",
            "msgType", "message");

    private static final Map<String, String> OF_HANDLING =
            Map.of("tlp", "tlp", "handlingCodes", "code", "permittedPurposes", "purpose");

    private SeenFacts() {}

    /** Of an incident or an alert. */
    public static List<Fact> of(SeenEvent event, Shell shell) {
        return event.type().equals(SeenEvents.INCIDENT)
                ? incident(event.content(), shell)
                : alert(event.content(), shell);
    }

    /** How its originator wants it to be treated. */
    public static List<Fact> handling(SeenEvent event, Shell shell) {
        return new StoredFacts(event.content(), shell)
                .add("handling", OF_HANDLING, "tlp", "handlingCodes", "handlingNote", "permittedPurposes")
                .all();
    }

    private static List<Fact> incident(JsonNode incident, Shell shell) {
        return new StoredFacts(incident, shell)
                .add("incident", OF_INCIDENTS, "incidentId", "type", "occurredAt")
                .addAt("incident.place", "/place/name")
                .addAt("incident.persons", "/persons/total")
                .add("incident", OF_INCIDENTS, "conveyance")
                .addAt("incident.vessel", "/vessel/name")
                .addAt("incident.flag", "/vessel/flag")
                .addAt("incident.imoNumber", "/vessel/imoNumber")
                .add("incident", OF_INCIDENTS, "dead", "missing", "survivors", "smugglersDetected", "measuresTaken")
                .all();
    }

    private static List<Fact> alert(JsonNode alert, Shell shell) {
        return new StoredFacts(alert, shell)
                .add(
                        "alert",
                        OF_ALERTS,
                        "routeId",
                        "alertKind",
                        "msgType",
                        "severity",
                        "certainty",
                        "urgency",
                        "validFrom",
                        "validTo",
                        "modes",
                        "originCountries",
                        "transitCountries",
                        "destinationCountries",
                        "recruitmentChannels",
                        "concealmentMethods")
                .all();
    }
}
