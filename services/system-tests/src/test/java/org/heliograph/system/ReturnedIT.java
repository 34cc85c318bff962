package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.heliograph.events.AlertRoute;
import org.heliograph.gate.Ledger;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What is done about an event that a recipient cannot store, as its originator and the auditor see it. */
@HeliographStack
class ReturnedIT {

    private static final String LETTERS = "/api/oversight/dead-letters";
    private static final String RETURNED = "/api/v1/returned-copies";
    private static final String REASON = "a time in it cannot be stored";
    private static final String SECRET = "a word that only the recipients may read";

    private final Stack stack;

    ReturnedIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void anOperatorGivesItBackItsOriginatorLearnsOfItAndTheAuditKeepsIt() {
        AlertRoute poison = Poison.send(stack, "unodc", SECRET);
        try (Ledger ledger = new Ledger(stack);
                OfficerDesk operator = new OfficerDesk(stack, Component.UNODC, "duty-operator");
                OfficerDesk xa = new OfficerDesk(stack, Component.XA);
                OfficerDesk iom = new OfficerDesk(stack, Component.IOM)) {
            long letter = letter(operator, poison);

            Said said = Said.by(stack, "deadletters", "return", "unodc", String.valueOf(letter), "--reason", REASON);
            JsonNode returned = await().atMost(Requests.PATIENCE).until(() -> returned(xa, poison), JsonNode::isObject);

            assertThat(said.code()).as(said.text()).isZero();
            assertThat(said.text()).contains("RETURNED").doesNotContain(SECRET);
            assertThat(returned.path("party").asString("")).isEqualTo("unodc");
            assertThat(returned.path("reason").asString("")).isEqualTo(REASON);
            assertThat(returned.path("decidedBy").asString("")).isEqualTo("OPERATOR");
            assertThat(returned.toString()).doesNotContain("duty-operator");
            JsonNode notices = xa.get("/api/v1/events/" + id(poison) + "/recipients")
                    .success()
                    .path("notices");
            assertThat(of(notices, poison)).isEqualTo(returned);
            assertThat(iom.get(RETURNED + "?size=100").success().toString()).doesNotContain(id(poison));

            xa.post(RETURNED + "/" + returned.path("number").asLong() + "/done", Map.of())
                    .success();
            assertThat(returned(xa, poison).isObject()).isFalse();
            ledger.assertBalanced();
            assertAudited(poison, "RETURNED");
        }
    }

    @Test
    void twoOperatorsGiveItUpAndTheAuditKeepsBothActs() {
        AlertRoute poison = Poison.send(stack, "unodc", SECRET);
        try (Ledger ledger = new Ledger(stack);
                OfficerDesk operator = new OfficerDesk(stack, Component.UNODC, "duty-operator");
                OfficerDesk second = new OfficerDesk(stack, Component.UNODC, "second-operator");
                OfficerDesk xa = new OfficerDesk(stack, Component.XA)) {
            String path = LETTERS + "/" + letter(operator, poison);

            operator.post(path + "/retry", Map.of()).success();
            operator.post(path + "/discard", Map.of("reason", REASON)).success();
            second.post(path + "/discard/confirm", Map.of()).success();
            await().atMost(Requests.PATIENCE)
                    .until(() -> acts(xa, poison).equals(List.of("FAILED_AGAIN", "DISCARD_PROPOSED", "DISCARDED")));

            assertThat(returned(xa, poison).isObject())
                    .as("nothing to do about what was given up")
                    .isFalse();
            ledger.assertBalanced();
            assertAudited(poison, "FAILED_AGAIN", "DISCARD_PROPOSED", "DISCARDED");
        }
    }

    @Test
    void operatorsRetryAllThatAPartySent() {
        AlertRoute poison = Poison.send(stack, "unodc", SECRET);
        try (OfficerDesk operator = new OfficerDesk(stack, Component.UNODC, "duty-operator")) {
            long letter = letter(operator, poison);

            String[] all = {
                "deadletters", "retry", "--all", "--party", "unodc", "--from", "xa", "--event", "alert.route"
            };
            Said said = Said.by(stack, all);
            Said wrong = Said.by(stack, "deadletters", "retry", "--all", "unodc", String.valueOf(letter));

            assertThat(said.code()).as(said.text()).isEqualTo(1);
            assertThat(said.text()).contains("still cannot be applied:", "unodc " + letter + " ");
            assertThat(wrong.code()).as(wrong.text()).isEqualTo(64);
            assertThat(wrong.text()).contains("expected PARTY and ID of one letter, or --all");
        }
    }

    private void assertAudited(AlertRoute poison, String... acts) {
        List<JsonNode> told = StreamSupport.stream(
                        Said.by(stack, "audit", "show", "--event-id", id(poison), "--format", "json")
                                .json()
                                .spliterator(),
                        false)
                .filter(decision -> decision.path("eventType").asString("").equals("control.delivery"))
                .toList();
        assertThat(told)
                .extracting(decision ->
                        decision.path("facts").path("delivery").path("act").asString(""))
                .containsExactlyInAnyOrder(acts);
        assertThat(told).allSatisfy(decision -> {
            assertThat(decision.path("originator").asString("")).isEqualTo("unodc");
            assertThat(decision.path("outcome").asString("")).isEqualTo("RELEASED");
            assertThat(decision.path("facts").path("delivery").path("decidedBy").asString(""))
                    .isEqualTo("OPERATOR");
            assertThat(decision.toString()).doesNotContain(REASON, SECRET, "duty-operator");
        });
        Said whole = Said.by(stack, "audit", "verify");
        assertThat(whole.code()).as(whole.text()).isZero();
    }

    private static long letter(OfficerDesk operator, AlertRoute poison) {
        return await().atMost(Requests.PATIENCE)
                .until(
                        () -> of(operator.get(LETTERS + "?size=500").success().path("items"), poison),
                        JsonNode::isObject)
                .path("id")
                .asLong();
    }

    private static JsonNode returned(OfficerDesk desk, AlertRoute poison) {
        return of(desk.get(RETURNED + "?size=100").success().path("items"), poison);
    }

    private static List<String> acts(OfficerDesk desk, AlertRoute poison) {
        return StreamSupport.stream(
                        desk.get("/api/v1/events/" + id(poison) + "/recipients")
                                .success()
                                .path("notices")
                                .spliterator(),
                        false)
                .map(notice -> notice.path("act").asString(""))
                .toList();
    }

    private static JsonNode of(JsonNode items, AlertRoute event) {
        for (JsonNode item : items) {
            if (item.path("eventId").asString("").equals(id(event))) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }

    private static String id(AlertRoute event) {
        return event.getEnvelope().getEventId().toString();
    }
}
