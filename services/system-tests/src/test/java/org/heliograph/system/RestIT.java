package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Bad input gets problem details that say what was wrong and what is expected, and leaves nothing behind. */
@HeliographStack
class RestIT {

    private final OfficerDesk xa;
    private long stored;

    RestIT(Stack stack) {
        this.xa = new OfficerDesk(stack, Component.XA);
    }

    @BeforeEach
    void count() {
        stored = total();
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(total()).isEqualTo(stored);
        xa.close();
    }

    @Test
    void anUnknownFieldIsNamed() {
        Map<String, Object> request = Requests.toUnodc();
        request.put("colour", "blue");

        assertProblem(xa.post(Requests.PATH, request), 400, "colour");
    }

    @Test
    void eachMissingFieldIsNamed() {
        OfficerDesk.Answer answer = xa.post(Requests.PATH, "{}");

        assertProblem(answer, 400, "kind");
        assertThat(Requests.items(answer.body().get("errors")))
                .extracting(error -> error.get("field").asString())
                .contains("kind", "status", "addressees", "subject", "factsSummary", "assistanceSought");
    }

    @Test
    void aBadEnumIsAnsweredWithTheValuesThatAreExpected() {
        Map<String, Object> request = Requests.toUnodc();
        request.put("kind", "FAVOUR");

        OfficerDesk.Answer answer = xa.post(Requests.PATH, request);

        assertProblem(answer, 400, "kind");
        assertThat(answer.body().toString()).contains("LEGISLATIVE_ASSISTANCE");
    }

    @Test
    void unreadableJsonIsRefused() {
        assertProblem(xa.post(Requests.PATH, "{\"kind\": "), 400, "");
    }

    @Test
    void anOversizedBodyIsRefused() {
        Map<String, Object> request = Requests.toUnodc();
        request.put("factsSummary", "x".repeat(1_000_000));

        assertProblem(xa.post(Requests.PATH, request), 413, "");
    }

    @Test
    void whatIsNotThePartysIsNotFound() {
        assertProblem(xa.get(Requests.at(UUID.randomUUID())), 404, "");
        assertProblem(xa.get("/api/v1/nothing-here"), 404, "");
    }

    private static void assertProblem(OfficerDesk.Answer answer, int status, String says) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().get("status").asInt()).isEqualTo(status);
        assertThat(answer.body().get("title").asString()).isNotBlank();
        assertThat(answer.body().toString()).contains(says);
    }

    private long total() {
        JsonNode list = xa.get(Requests.PATH + "?size=1").success();
        return list.get("total").asLong();
    }
}
