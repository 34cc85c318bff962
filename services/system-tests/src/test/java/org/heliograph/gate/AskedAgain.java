package org.heliograph.gate;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Stack;
import tools.jackson.databind.JsonNode;

/** An operator who asks that a party gets again what it had. */
record AskedAgain(Stack stack) {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    OperationsDesk desk() {
        return new OperationsDesk(stack, "duty-operator");
    }

    JsonNode plan(String party, Instant from, Instant to) {
        try (OperationsDesk desk = desk()) {
            return desk.post(
                    "/api/redeliveries/plan", Map.of("party", party, "from", from.toString(), "to", to.toString()));
        }
    }

    /** Id of the command. */
    String ask(String party, Instant from, Instant to) {
        String seen = plan(party, from, to).path("id").asString("");
        Map<String, String> wish =
                Map.of("party", party, "from", from.toString(), "to", to.toString(), "plan", seen, "reason", "a test");
        try (OperationsDesk desk = desk()) {
            return desk.post("/api/redeliveries", wish).path("command").asString("");
        }
    }

    /** What came of it once all is judged. */
    JsonNode redeliver(String party, Instant from, Instant to) {
        return awaitDone(ask(party, from, to));
    }

    JsonNode awaitDone(String command) {
        try (OperationsDesk desk = desk()) {
            return await().atMost(PATIENCE)
                    .until(
                            () -> desk.get("/api/redeliveries/" + command),
                            progress -> progress.path("done").asBoolean(false));
        }
    }
}
