package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An incident reaches those whom its originator names, coarse enough, and nobody else. */
@HeliographStack
class IncidentsIT {

    private static final String INCIDENTS = "/api/v1/incidents";

    private final Stack stack;

    IncidentsIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void reachesWhomItNamesAndNobodyElse() {
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA);
                OfficerDesk xb = new OfficerDesk(stack, Component.XB);
                OfficerDesk unodc = new OfficerDesk(stack, Component.UNODC)) {
            String eventId = report(xa);

            JsonNode received = await().atMost(Requests.PATIENCE)
                    .until(() -> unodc.get(INCIDENTS + "/" + eventId), answer -> answer.status() == 200)
                    .body();
            assertThat(received.get("direction").asString()).isEqualTo("IN");
            assertThat(received.at("/incident/positionWgs84/lat").asDouble()).isEqualTo(34.52);
            assertThat(received.at("/incident/positionWgs84/lon").asDouble()).isEqualTo(24.01);
            assertThat(received.at("/incident/persons/total").asInt()).isEqualTo(62);
            assertThat(listed(unodc, "?direction=IN&originator=xa&type=RESCUE")).contains(eventId);

            JsonNode receipt = receipt(xa, eventId);
            assertThat(receipt.get("outcome").asString()).isEqualTo("RELEASED");
            assertThat(receipt.get("releasedTo").toString()).isEqualTo("[\"unodc\",\"unodc-field-south\"]");
            assertThat(xb.get(INCIDENTS + "/" + eventId).status()).isEqualTo(404);
            for (String other : List.of("xb", "iom", "xa-coastguard")) {
                try (PartySystem system = new PartySystem(stack, other)) {
                    assertThat(system.readAll(system.inboxes()))
                            .extracting(message -> message.key())
                            .doesNotContain("xa/" + eventId);
                }
            }
        }
    }

    @Test
    void ofAPartyThatPublishesNoneIsRefusedWithAReceipt() {
        try (OfficerDesk xb = new OfficerDesk(stack, Component.XB)) {
            JsonNode receipt = receipt(xb, report(xb));

            assertThat(receipt.get("outcome").asString()).isEqualTo("REFUSED");
            assertThat(receipt.get("rule").asString()).isEqualTo("PUBLISHER");
        }
    }

    @Test
    void ofIomReachesUnodc() {
        try (OfficerDesk iom = new OfficerDesk(stack, Component.IOM);
                OfficerDesk unodc = new OfficerDesk(stack, Component.UNODC)) {
            String eventId = report(iom);

            await().atMost(Requests.PATIENCE)
                    .until(() -> unodc.get(INCIDENTS + "/" + eventId).status() == 200);
        }
    }

    private static String report(OfficerDesk desk) {
        return desk.post(
                        INCIDENTS,
                        Map.of(
                                "status", "EXERCISE",
                                "releasableTo", List.of("unodc"),
                                "incidentId", "SEA-41",
                                "occurredAt", "2026-11-01T03:10:00Z",
                                "type", "RESCUE",
                                "positionWgs84", Map.of("lat", 34.52149, "lon", 24.00999),
                                "persons", Map.of("total", 62)))
                .success()
                .get("eventId")
                .asString();
    }

    private static JsonNode receipt(OfficerDesk desk, String eventId) {
        return await().atMost(Requests.PATIENCE)
                .until(
                        () -> Requests.items(
                                desk.get(INCIDENTS + "/" + eventId).success().get("receipts")),
                        receipts -> !receipts.isEmpty())
                .getFirst();
    }

    private static List<String> listed(OfficerDesk desk, String query) {
        return Requests.items(
                        desk.get(INCIDENTS + query + "&size=100").success().get("items"))
                .stream()
                .map(item -> item.get("eventId").asString())
                .toList();
    }
}
