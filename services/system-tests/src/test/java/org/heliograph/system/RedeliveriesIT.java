package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.Test;

/** Who may ask that a party gets again what it had, and what for. */
@HeliographStack
class RedeliveriesIT {

    private static final Map<String, String> WISH =
            Map.of("party", "xb", "from", "2026-01-01T00:00:00Z", "to", "2026-01-02T00:00:00Z");

    private final Stack stack;

    RedeliveriesIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void isAskedForByOperatorsAloneAndOfNoProtectionParty() throws Exception {
        String body = "{\"party\":\"xb\",\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\"}";
        String party = stack.tokens().ofSystem("xb", "operations");
        assertThat(post("/api/redeliveries/plan", party, body)).isEqualTo(403);
        assertThat(post("/api/redeliveries", party, body)).isEqualTo(403);
        assertThat(post("/api/redeliveries/plan", "no token", body)).isEqualTo(401);
        try (OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            assertRefused(desk, Map.of("party", "iom-protection"), "protection firewall");
            assertRefused(desk, Map.of("party", "xz"), "no party 'xz'; there are");
            assertRefused(desk, Map.of("from", "yesterday"), "from: found 'yesterday', expected an instant such as");
            assertRefused(desk, Map.of("to", "2020-01-01T00:00:00Z"), "expected an instant before to");
            assertThatExceptionOfType(StackException.class)
                    .isThrownBy(() -> desk.get("/api/redeliveries/" + UUID.randomUUID()))
                    .withMessageContaining("no command");
        }
    }

    @Test
    void needsAReasonAndThePlanThatWasSeen() {
        try (OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            String plan = desk.post("/api/redeliveries/plan", WISH).path("id").asString("");
            assertAskRefused(desk, Map.of("plan", plan), "reason: found nothing, expected why");
            assertAskRefused(desk, Map.of("plan", plan, "reason", "x".repeat(501)), "found 501 characters");
            assertAskRefused(desk, Map.of("reason", "a test"), "plan: found nothing, expected the id");
            assertAskRefused(desk, Map.of("reason", "a test", "plan", "other"), "is no longer what would be asked for");
            assertAskRefused(desk, Map.of("reason", "a test", "plan", plan), "found nothing that was released to 'xb'");
        }
    }

    private static void assertAskRefused(OperationsDesk desk, Map<String, String> part, String why) {
        assertRefused(desk, "/api/redeliveries", part, why);
    }

    private static void assertRefused(OperationsDesk desk, Map<String, String> part, String why) {
        assertRefused(desk, "/api/redeliveries/plan", part, why);
    }

    private static void assertRefused(OperationsDesk desk, String path, Map<String, String> part, String why) {
        Map<String, String> wish = new HashMap<>(WISH);
        wish.putAll(part);
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> desk.post(path, wish))
                .withMessageContaining(why);
    }

    private int post(String path, String token, String body) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(stack.url(Port.OPERATIONS, path))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }
}
