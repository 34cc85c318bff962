package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** IOM counts what it knows of routes, and of that tells no more than may be told. */
@HeliographStack
class RouteAnalysisIT {

    private final Stack stack;

    RouteAnalysisIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void iomCountsAlertsAndIncidentsByRouteAndMonth() {
        String route = "route-" + UUID.randomUUID();
        UUID theCase = UUID.randomUUID();
        try (OfficerDesk iom = new OfficerDesk(stack, Component.IOM);
                OfficerDesk xa = new OfficerDesk(stack, Component.XA)) {
            iom.post("/api/v1/alerts/routes", alert(route, theCase)).success();
            iom.post("/api/v1/alerts/routes", alert(route, theCase)).success();
            iom.post("/api/v1/incidents", incident(theCase, "OWN-1", 30)).success();
            xa.post("/api/v1/incidents", incident(theCase, "XA-1", 12)).success();
            xa.post("/api/v1/incidents", incident(theCase, "XA-1", 14)).success();

            await().atMost(Requests.PATIENCE).untilAsserted(() -> {
                List<JsonNode> months = ofRoute(iom, "/api/v1/analysis/routes" + sinceJanuary(), route);
                assertThat(sum(months, "alerts")).isOne();
                assertThat(sum(months, "incidents")).isEqualTo(2);
                assertThat(sum(months, "persons")).isEqualTo(44);
            });
            assertThat(ofRoute(iom, "/api/v1/analysis/routes/publishable" + sinceJanuary(), route))
                    .singleElement()
                    .satisfies(month -> {
                        assertThat(month.get("persons").asInt()).isEqualTo(30);
                        assertThat(month.has("incidents")).isFalse();
                    });
            OfficerDesk.Answer backwards = iom.get("/api/v1/analysis/routes?from=2026-03&to=2026-01");
            assertThat(backwards.status()).isEqualTo(400);
        }
    }

    @Test
    void iomTakesNoReturnCaseBeforeThereIsSealing() {
        try (OfficerDesk iom = new OfficerDesk(stack, Component.IOM);
                OfficerDesk xa = new OfficerDesk(stack, Component.XA)) {
            Map<String, Object> request = Requests.toUnodc();
            request.put("kind", "RETURN_FACILITATION");
            request.put("addressees", List.of("iom"));
            request.put("details", Map.of("returnFacilitation", Map.of("consentRef", "consent-1", "country", "XB")));

            OfficerDesk.Answer asked = xa.post(Requests.PATH, request);
            OfficerDesk.Answer refused = iom.post("/api/v1/return-cases", Map.of("name", "nobody"));

            assertThat(asked.status()).isEqualTo(422);
            assertThat(asked.body().get("errors").toString()).contains("needs sealing, which is not there yet (R3)");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().get("type").asString()).isEqualTo("urn:heliograph:problem:needs-sealing");
            assertThat(iom.get("/api/v1/return-cases").success().get("sealing").asBoolean())
                    .isFalse();
            assertThat(iom.get("/api/v1/return-cases").success().get("counts").isEmpty())
                    .isTrue();
        }
    }

    private static String sinceJanuary() {
        return "?from=2026-01&to=" + YearMonth.now(ZoneOffset.UTC);
    }

    private static List<JsonNode> ofRoute(OfficerDesk desk, String path, String route) {
        return Requests.items(desk.get(path + "&status=EXERCISE").success().get("months")).stream()
                .filter(month -> month.path("route").asString().equals(route))
                .toList();
    }

    private static int sum(List<JsonNode> months, String figure) {
        return months.stream().mapToInt(month -> month.path(figure).asInt()).sum();
    }

    private static Map<String, Object> alert(String route, UUID theCase) {
        return Map.of(
                "status", "EXERCISE",
                "caseId", theCase.toString(),
                "routeId", route,
                "alertKind", "SHIFT",
                "urgency", "EXPECTED",
                "severity", "MODERATE",
                "certainty", "LIKELY",
                "validFrom", "2026-01-01T00:00:00Z",
                "summary", "An exercise");
    }

    private static Map<String, Object> incident(UUID theCase, String number, int persons) {
        return Map.of(
                "status",
                "EXERCISE",
                "caseId",
                theCase.toString(),
                "releasableTo",
                List.of(number.startsWith("XA") ? "iom" : "unodc"),
                "incidentId",
                number + theCase,
                "occurredAt",
                "2026-03-04T03:10:00Z",
                "type",
                "RESCUE",
                "positionWgs84",
                Map.of("lat", 34.5, "lon", 24.0),
                "persons",
                Map.of("total", persons));
    }
}
