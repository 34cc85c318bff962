package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.heliograph.events.KnowledgeProduct;
import org.heliograph.events.Outcome;
import org.heliograph.events.Tlp;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.SampleKnowledge;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the agencies publish reaches whom it is for: everybody, the parties, or those who are named. */
@HeliographStack
class AgenciesIT {

    private static final String PUBLICATIONS = "/api/v1/publications";
    private static final String PORTAL = "/knowledge";

    private final Stack stack;

    AgenciesIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void whatUnodcMakesPublicIsReadByEverybodyAndByEachParty() throws IOException, InterruptedException {
        String theme = theme();
        try (OfficerDesk unodc = new OfficerDesk(stack, Component.UNODC);
                OfficerDesk xa = new OfficerDesk(stack, Component.XA)) {
            String update = id(unodc.post(PUBLICATIONS + "/legal-updates", exercise(legalUpdate(theme))));
            String product = id(unodc.post(PUBLICATIONS + "/products", exercise(product(theme))));

            await().atMost(Requests.PATIENCE)
                    .untilAsserted(() ->
                            assertThat(open(".json?theme=" + theme).body()).contains(update, product, "EXERCISE"));
            assertThat(open("?theme=" + theme).body())
                    .contains("2 entries", "XA-SC 2026/114", "A study of an exercise", "EXERCISE, not real");
            assertThat(open(".atom?theme=" + theme).body())
                    .contains("<feed", "urn:heliograph:unodc:product:" + product);
            for (String id : List.of(update, product)) {
                JsonNode received = awaitAt(xa, id);
                assertThat(received.get("direction").asString()).isEqualTo("IN");
                assertThat(received.get("originatorParty").asString()).isEqualTo("unodc");
            }
            await().atMost(Requests.PATIENCE)
                    .until(() -> unodc.get(PUBLICATIONS + "/" + product)
                            .success()
                            .at("/receipts/0/releasedTo/0")
                            .asString()
                            .equals("public"));

            unodc.post(PUBLICATIONS + "/" + product + "/withdraw", Map.of("type", "PRODUCT", "version", 1))
                    .success();
            await().atMost(Requests.PATIENCE)
                    .untilAsserted(() -> assertThat(open(".json?theme=" + theme).body())
                            .contains(update)
                            .doesNotContain(product));
            await().atMost(Requests.PATIENCE)
                    .until(() -> awaitAt(xa, product).get("withdrawn").asBoolean());
        }
    }

    @Test
    void whatIsGreenReachesThePartiesAndNeverThePublicPage() throws IOException, InterruptedException {
        String theme = theme();
        KnowledgeProduct green = of("iom-field-east", theme, Tlp.GREEN);
        KnowledgeProduct clear = of("iom-field-east", theme, Tlp.CLEAR);
        try (OfficerDesk unodc = new OfficerDesk(stack, Component.UNODC);
                OfficerDesk xa = new OfficerDesk(stack, Component.XA);
                SeizedOutbox east = SeizedOutbox.withoutService(stack, "iom-field-east")) {
            send(east, green);
            send(east, clear);

            for (OfficerDesk desk : List.of(unodc, xa)) {
                awaitAt(desk, green.getProductId().toString());
                awaitAt(desk, clear.getProductId().toString());
            }
            Map<String, Object> own = exercise(product(theme));
            own.put("tlp", "GREEN");
            String ownId = id(unodc.post(PUBLICATIONS + "/products", own));
            awaitAt(xa, ownId);

            assertThat(open(".json?theme=" + theme).body())
                    .contains("\"total\":1", clear.getProductId().toString())
                    .doesNotContain(green.getProductId().toString(), ownId);
        }
    }

    private static void send(SeizedOutbox outbox, KnowledgeProduct product) {
        RecordMetadata sent =
                outbox.send(product, outbox.dispatches().dispatch(outbox.next(product), product, outbox.signer()));
        assertThat(outbox.receiptOf(sent).getOutcome()).isEqualTo(Outcome.RELEASED);
    }

    private static KnowledgeProduct of(String originator, String theme, Tlp marking) {
        return KnowledgeProduct.newBuilder(SampleKnowledge.product(originator, marking))
                .setThemes(List.of(theme))
                .build();
    }

    @Test
    void aCapacityActivityNeedsARequestThatUnodcHasAccepted() {
        try (OfficerDesk unodc = new OfficerDesk(stack, Component.UNODC);
                OfficerDesk xa = new OfficerDesk(stack, Component.XA)) {
            UUID request = Requests.submit(xa);
            Requests.awaitAt(unodc, request);

            OfficerDesk.Answer refused = unodc.post(PUBLICATIONS + "/capacity-activities", activity(request));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("content.requestId");

            step(unodc, request, "acknowledge", Map.of("version", 0));
            step(unodc, request, "assign", Map.of("version", 1, "to", "training desk"));
            step(unodc, request, "accept", Map.of("version", 2));
            String id = id(unodc.post(PUBLICATIONS + "/capacity-activities", activity(request)));

            assertThat(awaitAt(xa, id).at("/content/requestId").asString()).isEqualTo(request.toString());
        }
    }

    @Test
    void whatIomPlansReachesEachParty() {
        String region = theme();
        try (OfficerDesk iom = new OfficerDesk(stack, Component.IOM);
                OfficerDesk unodc = new OfficerDesk(stack, Component.UNODC);
                OfficerDesk xb = new OfficerDesk(stack, Component.XB)) {
            String campaign = id(iom.post(PUBLICATIONS + "/campaigns", exercise(campaign())));
            String strategy = id(iom.post(PUBLICATIONS + "/strategies", exercise(strategy(region, "DRAFT"))));
            for (OfficerDesk desk : List.of(unodc, xb)) {
                assertThat(awaitAt(desk, campaign).at("/content/audiences/0").asString())
                        .isEqualTo("Young adults in coastal towns");
                assertThat(awaitAt(desk, strategy).at("/content/status").asString())
                        .isEqualTo("DRAFT");
            }

            iom.post(
                            PUBLICATIONS + "/strategies/" + strategy + "/correct",
                            Map.of("version", 1, "content", strategy(region, "ACTIVE")))
                    .success();

            await().atMost(Requests.PATIENCE)
                    .until(() -> awaitAt(xb, strategy)
                            .at("/content/status")
                            .asString()
                            .equals("ACTIVE"));
            assertThat(xb.get(PUBLICATIONS + "?type=STRATEGY&theme=" + region)
                            .success()
                            .get("total")
                            .asInt())
                    .isOne();
        }
    }

    private static Map<String, Object> campaign() {
        return Map.of(
                "audiences", List.of("Young adults in coastal towns"),
                "countries", List.of("XA"),
                "languages", List.of("ar"),
                "channels", List.of("RADIO"),
                "start", "2026-04-01",
                "contactParty", "iom");
    }

    private static Map<String, Object> strategy(String region, String status) {
        return Map.of(
                "region", region,
                "status", status,
                "objectives", List.of(Map.of("indicator", "rescue.persons", "baseline", 120, "target", 60.5)));
    }

    private static void step(OfficerDesk desk, UUID request, String act, Map<String, ?> body) {
        desk.post(Requests.at(request) + "/" + act, body).success();
    }

    private static Map<String, Object> exercise(Map<String, Object> content) {
        return new HashMap<>(Map.of("status", "EXERCISE", "content", content));
    }

    private static Map<String, Object> activity(UUID request) {
        return exercise(Map.of(
                "requestId", request.toString(),
                "type", "LEGAL_DRAFTING",
                "topic", "Articles 6 and 16",
                "hostCountry", "XA",
                "start", "2026-05-04"));
    }

    private static Map<String, Object> legalUpdate(String theme) {
        return Map.of(
                "kind", "CASE_LAW",
                "country", "XA",
                "citation", "XA-SC 2026/114",
                "decisionDate", "2026-02-11",
                "outcome", "CONVICTED",
                "keyIssues", List.of(theme),
                "sourceUri", "https://court.example/2026/114");
    }

    private static Map<String, Object> product(String theme) {
        return Map.of(
                "title", List.of(Map.of("language", "en", "text", "A study of an exercise")),
                "type", "GLOBAL_STUDY",
                "themes", List.of(theme),
                "licence", "CC-BY-3.0-IGO",
                "uri", "https://files.example/study.pdf",
                "checksum", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    }

    /** One that no other test uses. */
    private static String theme() {
        return "theme-" + UUID.randomUUID();
    }

    private static String id(OfficerDesk.Answer answer) {
        return answer.success().get("id").asString();
    }

    private static JsonNode awaitAt(OfficerDesk desk, String id) {
        return await().atMost(Requests.PATIENCE)
                .until(() -> desk.get(PUBLICATIONS + "/" + id), answer -> answer.status() == 200)
                .body();
    }

    private HttpResponse<String> open(String rest) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(stack.url(Port.UNODC, PORTAL + rest)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer;
        }
    }
}
