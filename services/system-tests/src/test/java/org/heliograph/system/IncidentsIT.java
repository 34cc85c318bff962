package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
    private static final String DISTRESS = "/api/v1/maritime/distress";

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

    @Test
    void tellsOfPeopleInDangerToAllWhoMayKnowAndOfTheIncidentToWhomItNames() {
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA);
                OfficerDesk xb = new OfficerDesk(stack, Component.XB);
                OfficerDesk unodc = new OfficerDesk(stack, Component.UNODC)) {
            Map<String, Object> incident = new HashMap<>(incident());
            incident.put("tlp", "AMBER_STRICT");
            incident.put("notReleasableTo", List.of("xc"));
            incident.put("purposes", List.of("OPERATIONAL_LE", "STRATEGIC_ANALYSIS", "SAFETY_OF_LIFE"));
            assertThat(xa.post(INCIDENTS, incident).status()).isEqualTo(422);
            incident.put(
                    "distress",
                    Map.of(
                            "phase",
                            "DISTRESS",
                            "mrccNotified",
                            Map.of(
                                    "name",
                                    "MRCC Port Alpha",
                                    "at",
                                    Instant.now().minusSeconds(60).toString())));

            JsonNode reported = xa.post(INCIDENTS, incident).success();

            String eventId = reported.get("eventId").asString();
            String distress = reported.get("distressEventId").asString();
            assertThat(receipt(xa, eventId).get("releasedTo").toString()).isEqualTo("[\"unodc\"]");
            JsonNode answer = await().atMost(Requests.PATIENCE)
                    .until(
                            () -> Requests.items(
                                    xa.get(DISTRESS + "/" + distress).success().get("receipts")),
                            receipts -> !receipts.isEmpty())
                    .getFirst();
            assertThat(answer.get("outcome").asString()).isEqualTo("RELEASED");
            assertThat(Requests.items(answer.get("releasedTo")))
                    .extracting(JsonNode::asString)
                    .contains("iom", "xb")
                    .doesNotContain("xc", "unodc");
            JsonNode received = await().atMost(Requests.PATIENCE)
                    .until(() -> xb.get(DISTRESS + "/" + distress), found -> found.status() == 200)
                    .body();
            assertThat(received.at("/distress/position/lat").asDouble()).isEqualTo(34.52149);
            assertThat(received.at("/distress/personsOnBoard").asInt()).isEqualTo(62);
            assertThat(received.at("/distress/causationId").asString()).isEqualTo(eventId);
            assertThat(received.at("/distress/tlp").asString()).isEqualTo("GREEN");
            assertThat(xb.get(INCIDENTS + "/" + eventId).status()).isEqualTo(404);
            await().atMost(Requests.PATIENCE)
                    .until(() -> unodc.get(INCIDENTS + "/" + eventId).status() == 200);
            assertThat(unodc.get(DISTRESS + "/" + distress).status()).isEqualTo(404);
        }
    }

    @Test
    void nobodyWaitsForeverThoughOfficersReportAndRelayInOneCaseAtOnce() {
        String file = UUID.randomUUID().toString();
        Map<String, Object> mrcc = Map.of(
                "name", "MRCC Port Alpha", "at", Instant.now().minusSeconds(60).toString());
        Map<String, Object> incident = new HashMap<>(incident());
        incident.putAll(Map.of("caseId", file, "distress", Map.of("phase", "DISTRESS", "mrccNotified", mrcc)));
        Map<String, Object> distress = Map.of(
                "status",
                "EXERCISE",
                "distressId",
                file,
                "position",
                Map.of("lat", 34.52149, "lon", 24.00999),
                "mrccNotified",
                mrcc,
                "phase",
                "DISTRESS");
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA);
                ExecutorService officers = Executors.newFixedThreadPool(6)) {
            // Before, so that the distress has its case.
            assertThat(xa.post(INCIDENTS, incident).status()).isEqualTo(201);
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 24)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> (i % 2 == 0 ? xa.post(INCIDENTS, incident) : xa.post(DISTRESS, distress)).status(),
                            officers))
                    .toList();

            assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(201);
            assertThat(xa.get(DISTRESS + "?history=true&distressId=" + file)
                            .success()
                            .get("total")
                            .asInt())
                    .isEqualTo(25);
        }
    }

    private static String report(OfficerDesk desk) {
        return desk.post(INCIDENTS, incident()).success().get("eventId").asString();
    }

    private static Map<String, Object> incident() {
        return Map.of(
                "status", "EXERCISE",
                "releasableTo", List.of("unodc"),
                "incidentId", "SEA-41",
                "occurredAt", Instant.now().minusSeconds(60).toString(),
                "type", "RESCUE",
                "positionWgs84", Map.of("lat", 34.52149, "lon", 24.00999),
                "persons", Map.of("total", 62));
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
