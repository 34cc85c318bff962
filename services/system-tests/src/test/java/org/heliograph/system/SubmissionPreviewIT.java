package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A preview at a service says what the receipt of the submission then says. */
@HeliographStack
class SubmissionPreviewIT {

    private static final String INCIDENTS = "/api/v1/incidents";
    private static final String ALERTS = "/api/v1/alerts/routes";

    private final Stack stack;

    SubmissionPreviewIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void ofAnIncidentIsItsReceipt() {
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA)) {
            Map<String, Object> incident = incident("unodc", "research", "xc");
            incident.put("notReleasableTo", List.of("xc"));

            assertPreviewIsReceipt(xa, INCIDENTS, incident);
        }
    }

    @Test
    void ofAnIncidentThatThePartyMayNotReportIsARefusal() {
        try (OfficerDesk xb = new OfficerDesk(stack, Component.XB)) {
            JsonNode preview = preview(xb, INCIDENTS, incident("unodc"));

            assertThat(preview.get("outcome").asString()).isEqualTo("REFUSED");
            assertThat(preview.get("rule").asString()).isEqualTo("PUBLISHER");
            assertPreviewIsReceipt(xb, INCIDENTS, incident("unodc"));
        }
    }

    @Test
    void ofARouteAlertIsItsReceipt() {
        try (OfficerDesk iom = new OfficerDesk(stack, Component.IOM)) {
            Map<String, Object> alert = new HashMap<>(Alerts.newRoute());
            assertPreviewIsReceipt(iom, ALERTS, alert);

            alert.put("tlp", "AMBER");
            alert.put("releasableTo", List.of("xa", "nobody-knows"));
            assertPreviewIsReceipt(iom, ALERTS, alert);
        }
    }

    @Test
    void ofARequestIsItsReceipt() {
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA)) {
            Map<String, Object> request = Requests.toUnodc();
            request.put("kind", "RESEARCH_DATA");
            request.put(
                    "details",
                    Map.of(
                            "researchData",
                            Map.of(
                                    "indicators", List.of("rescue.persons"),
                                    "period", "P6M",
                                    "geoLevel", "ROUTE",
                                    "geoCodes", List.of("north-bay"),
                                    "datasetAgreement", "Agreement 4/2026")));
            request.put("addressees", List.of("iom", "research"));
            // For whose eyes it may be, but not at this marking.
            request.put("tlp", "AMBER_STRICT");
            JsonNode preview = preview(xa, Requests.PATH, request);

            String id =
                    xa.post(Requests.PATH, request).success().get("requestId").asString();

            JsonNode receipt = await().atMost(Requests.PATIENCE)
                    .until(
                            () -> xa.get(Requests.PATH + "/" + id).success().at("/receipts/0/answers/0"),
                            JsonNode::isObject);
            assertThat(timeless(preview)).isEqualTo(timeless(receipt));
        }
    }

    @Test
    void ofBadInputIsTheSameProblemAsOfTheSubmission() {
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA)) {
            Map<String, Object> incident = incident("unodc");
            incident.put("tlp", "CLEAR");

            OfficerDesk.Answer preview = xa.post(INCIDENTS + "/preview", incident);
            OfficerDesk.Answer submission = xa.post(INCIDENTS, incident);

            assertThat(preview.status()).isEqualTo(422).isEqualTo(submission.status());
            assertThat(preview.body().get("errors")).isEqualTo(submission.body().get("errors"));
        }
    }

    @Test
    void isAwayWithTheGateWhileSubmissionsAreTaken() {
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA)) {
            stack.stop(Component.GATE);
            String eventId;
            try {
                OfficerDesk.Answer away = xa.post(INCIDENTS + "/preview", incident("unodc"));
                assertThat(away.status()).isEqualTo(503);
                assertThat(away.body().get("detail").asString()).contains("taken all the same");
                eventId = xa.post(INCIDENTS, incident("unodc"))
                        .success()
                        .get("eventId")
                        .asString();
            } finally {
                stack.start(Component.GATE);
            }
            assertThat(receipt(xa, INCIDENTS, eventId).get("outcome").asString())
                    .isEqualTo("RELEASED");
            await().atMost(Requests.PATIENCE)
                    .until(() ->
                            xa.post(INCIDENTS + "/preview", incident("unodc")).status() == 200);
        }
    }

    /** Asked again while the gate is slow to answer. */
    private static JsonNode preview(OfficerDesk desk, String path, Map<String, Object> body) {
        return await().atMost(Requests.PATIENCE)
                .until(() -> desk.post(path + "/preview", body), answer -> answer.status() != 503)
                .success();
    }

    private static void assertPreviewIsReceipt(OfficerDesk desk, String path, Map<String, Object> body) {
        JsonNode preview = preview(desk, path, body);

        String eventId = desk.post(path, body).success().get("eventId").asString();

        assertThat(timeless(preview)).isEqualTo(timeless(receipt(desk, path, eventId)));
    }

    private static JsonNode receipt(OfficerDesk desk, String path, String eventId) {
        return await().atMost(Requests.PATIENCE)
                .until(
                        () -> Requests.items(
                                desk.get(path + "/" + eventId).success().get("receipts")),
                        receipts -> !receipts.isEmpty())
                .getFirst();
    }

    private static JsonNode timeless(JsonNode answer) {
        ObjectNode copy = (ObjectNode) answer.deepCopy();
        copy.remove("decidedAt");
        return copy;
    }

    private static Map<String, Object> incident(String... recipients) {
        return new HashMap<>(Map.of(
                "status", "EXERCISE",
                "releasableTo", List.of(recipients),
                "incidentId", "SEA-42",
                "occurredAt", "2026-11-01T03:10:00Z",
                "type", "RESCUE",
                "positionWgs84", Map.of("lat", 34.52149, "lon", 24.00999)));
    }
}
