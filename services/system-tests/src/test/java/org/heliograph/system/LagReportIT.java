package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators and subscribers are told of readers, on the whole stack. */
@HeliographStack
class LagReportIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String OWN = "xb.test";

    private final Stack stack;

    LagReportIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void showsOperatorsEveryReaderAndEachPartyItsOwn() throws Exception {
        commitAs("xa");
        commitAs("xb");
        try (OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            JsonNode all = await().atMost(PATIENCE)
                    .until(
                            () -> desk.get("/api/lag"),
                            report -> groups(report).containsAll(List.of("xa.test", OWN))
                                    && report.path("unavailable").isEmpty());

            assertThat(groups(desk.get("/api/lag?party=xb"))).contains(OWN).allMatch(group -> group.startsWith("xb."));
            assertThat(row(all).path("party").asString("")).isEqualTo("xb");
            assertThat(row(all).path("family").asString("")).isEqualTo("alerts");
        }
        String xb = stack.tokens().ofSystem("xb", "operations");
        HttpResponse<String> mine = get("/api/lag/mine", xb);
        assertThat(mine.statusCode()).isEqualTo(200);
        assertThat(groups(new JsonMapper().readTree(mine.body())))
                .contains(OWN)
                .allMatch(group -> group.startsWith("xb."));
        assertThat(get("/api/lag", xb).statusCode()).isEqualTo(403);
        assertThat(get("/api/lag?party=xb", xb).statusCode()).isEqualTo(403);
        assertThat(get("/api/lag/mine", stack.tokens().ofSystem("xb", "desk")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void tellsOfARequestThatNobodyReadsHowUrgentItIsAndWhenItIsDue() throws Exception {
        commitEndsAs("xb");
        String secret = "subject " + UUID.randomUUID();
        Map<String, Object> request = Requests.investigation(secret);
        request.put("priority", "FLASH");
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA)) {
            xa.post(Requests.PATH, request).success();
        }

        try (OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            JsonNode waiting = await().atMost(PATIENCE)
                    .until(
                            () -> rows(desk.get("/api/lag?party=xb"))
                                    .filter(row ->
                                            row.path("topic").asString("").equals("inbox.xb.cooperation"))
                                    .filter(row ->
                                            row.path("group").asString("").equals(OWN))
                                    .map(row -> row.path("waiting"))
                                    .filter(found -> found.path("byPriority").has("FLASH"))
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
            JsonNode first = waiting.path("first").path(0);
            assertThat(first.path("eventType").asString("")).isEqualTo("coop.request");
            assertThat(first.path("priority").asString("")).isEqualTo("FLASH");
            assertThat(Duration.between(
                            Instant.parse(first.path("released").asString("")),
                            Instant.parse(waiting.path("firstDue").asString(""))))
                    .isEqualTo(Duration.ofHours(2));
            assertThat(waiting.toString()).doesNotContain(secret);
        }
    }

    // Six looks are a minute.
    @Tag("long")
    @Test
    void tellsWhomIdentityRefusesAToken() throws Exception {
        try (OfficerDesk iom = new OfficerDesk(stack, Component.IOM)) {
            Alerts.tell(iom);
        }
        commitAs("xc");
        assertThat(askedForAToken("xc", "a secret that has ended")).isEqualTo(401);

        try (OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    rows(desk.get("/api/lag?party=xc")).map(row -> row.path("why")))
                            .anySatisfy(why -> {
                                assertThat(why.path("cause").asString("")).isEqualTo("TOKEN_REFUSED");
                                assertThat(why.path("evidence").asString(""))
                                        .contains("xc a token since", "its secret is none of those in force");
                            }));
            assertThat(Said.by(stack, "lag", "--party", "xc").text()).contains("TOKEN_REFUSED");

            // A token, and nobody connected still: that is another cause.
            stack.tokens().ofSystem("xc", "registry");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    rows(desk.get("/api/lag?party=xc")).map(row -> row.path("why")))
                            .anySatisfy(why -> {
                                assertThat(why.path("cause").asString("")).isEqualTo("NOBODY_CONNECTED");
                                assertThat(why.path("evidence").asString("")).contains("xc got its last token at");
                            }));
        }
    }

    @Test
    void saysSinceWhenNoBrokerAnswersAndWhatItSawBefore() {
        commitAs("xb");
        try (OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(groups(desk.get("/api/lag"))).contains(OWN));
            stack.stop(Component.BROKER);
            try {
                await().atMost(PATIENCE)
                        .until(() -> desk.get("/api/lag").path("silence").isObject());
                JsonNode before = desk.get("/api/lag");
                assertThat(groups(before)).contains(OWN);
                assertThat(Instant.parse(before.path("silence").path("since").asString("")))
                        .isAfter(Instant.parse(before.path("at").asString("")));
                assertThat(Said.by(stack, "lag").text())
                        .startsWith("SINCE ")
                        .contains("The brokers do not answer", "reader-behind.md#brokers-away");
            } finally {
                stack.start(Component.BROKER);
            }
            await().atMost(PATIENCE)
                    .until(() -> !desk.get("/api/lag").path("silence").isObject());
        }
    }

    @Test
    void isACommandToo() {
        commitAs("xa");
        commitAs("xb");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(Said.by(stack, "lag", "--party", "xb").text())
                                .contains("PARTY", "STATE", OWN)
                                .doesNotContain("xa."));

        // The exit code says whether all readers are well, which other tests decide.
        Said all = Said.by(stack, "lag", "--format", "json");
        assertThat(groups(new JsonMapper().readTree(all.out()))).contains(OWN);
        assertThat(all.code()).isBetween(0, 1);
    }

    /** As a subscriber that has read nothing yet. */
    private void commitAs(String party) {
        commit(party, "alerts", (_, inbox) -> {
            Map<TopicPartition, Long> beginnings = new HashMap<>();
            inbox.forEach(partition -> beginnings.put(partition, 0L));
            return beginnings;
        });
    }

    /** As a subscriber that has read all there is. */
    private void commitEndsAs(String party) {
        commit(party, "cooperation", KafkaConsumer::endOffsets);
    }

    private void commit(
            String party,
            String family,
            BiFunction<KafkaConsumer<String, byte[]>, List<TopicPartition>, Map<TopicPartition, Long>> where) {
        try (PartySystem system = new PartySystem(stack, party);
                KafkaConsumer<String, byte[]> consumer = system.consumer(Map.of())) {
            List<TopicPartition> inbox = consumer.partitionsFor("inbox." + party + "." + family).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(inbox);
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            where.apply(consumer, inbox)
                    .forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
            consumer.commitSync(offsets);
        }
    }

    private static Stream<JsonNode> rows(JsonNode report) {
        return report.path("rows").valueStream();
    }

    private static List<String> groups(JsonNode report) {
        return rows(report).map(row -> row.path("group").asString("")).toList();
    }

    private static JsonNode row(JsonNode report) {
        return rows(report)
                .filter(row -> row.path("group").asString("").equals(OWN))
                .filter(row -> row.path("topic").asString("").equals("inbox.xb.alerts"))
                .findFirst()
                .orElseThrow();
    }

    private int askedForAToken(String client, String secret) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(stack.url(Port.IDENTITY, "/oauth2/token"))
                                    .header("Authorization", "Basic " + login)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            "grant_type=client_credentials&scope=broker"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(stack.url(Port.OPERATIONS, path))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
