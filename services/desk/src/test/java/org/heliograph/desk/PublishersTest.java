package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.desk.Mailbag.Letter;
import org.heliograph.desk.TestDesk.Answer;
import org.heliograph.events.CampaignNotice;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Envelope;
import org.heliograph.events.PreventionStrategy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each desk publishes everything that the policy lets its party publish, and nothing else; the gate says what. */
class PublishersTest {

    private static final String PUBLICATIONS = "/api/v1/publications";
    private static final String CAMPAIGNS = PUBLICATIONS + "/campaigns";
    private static final String STRATEGIES = PUBLICATIONS + "/strategies";
    private static final String RELEASED = """
            {"outcome":"RELEASED","rule":null,"reason":null,"releasedTo":["iom"],"withheldFrom":[],
             "decidedAt":"2026-03-31T00:00:00Z","policyVersion":"abc"}""";
    private static final String NOT_A_PUBLISHER = """
            {"outcome":"REFUSED","rule":"PUBLISHER","reason":"'xa' is not a publisher of it","releasedTo":[],
             "withheldFrom":[],"decidedAt":"2026-03-31T00:00:00Z","policyVersion":"abc"}""";
    private static final String FOR_NOBODY = """
            {"outcome":"REFUSED","rule":"R2","reason":"nobody is left","releasedTo":[],
             "withheldFrom":[],"decidedAt":"2026-03-31T00:00:00Z","policyVersion":"abc"}""";

    private static TwoDesks desks;

    @BeforeAll
    static void start() throws IOException {
        desks = TwoDesks.renewed();
    }

    @BeforeEach
    void theGateReleases() {
        desks.emptyTheBags();
        desks.gate.take();
        desks.gate.answers(200, RELEASED);
    }

    static Stream<Arguments> publications() {
        return Stream.of(
                Arguments.of("/campaigns", campaign()),
                Arguments.of("/strategies", strategy("XA")),
                Arguments.of("/legal-updates", legalUpdate()),
                Arguments.of("/products", product()));
    }

    @ParameterizedTest
    @MethodSource("publications")
    void publishWhatTheGateLetsThem(String kind, Map<String, Object> content) {
        Answer answer = desks.xa.post(PUBLICATIONS + kind, exercise(content));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        Dispatch shown = desks.gate.take().getFirst();
        Letter sent = desks.xa.mailbag().take().getFirst();
        SpecificRecord asked = GateStandIn.event(shown, sent.event().getClass());
        assertThat(asked.getSchema().getFullName())
                .isEqualTo(sent.event().getSchema().getFullName());
        assertThat(((Envelope) asked.get(0)).getEventId())
                .isEqualTo(((Envelope) sent.event().get(0)).getEventId());
        assertThat(shown.getDistribution()).isEqualTo(sent.distribution());
    }

    @ParameterizedTest
    @MethodSource("publications")
    void sayThatItIsNotTheirsAndStoreNothing(String kind, Map<String, Object> content) {
        desks.gate.answers(200, NOT_A_PUBLISHER);
        int before = desks.xa.rows();

        Answer answer = desks.xa.post(PUBLICATIONS + kind, exercise(content));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("type").asString()).isEqualTo("urn:heliograph:problem:gate-refuses");
        assertThat(answer.body().get("detail").asString()).contains("'xa' is not a publisher of it");
        assertThat(desks.xa.rows()).isEqualTo(before);
        assertThat(desks.xa.mailbag().take()).isEmpty();
    }

    @Test
    void sayByWhichRuleTheGateWouldRefuseIt() {
        desks.gate.answers(200, FOR_NOBODY);

        Answer answer = desks.xa.post(CAMPAIGNS, exercise(campaign()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("rule").asString()).isEqualTo("R2");
        assertThat(answer.body().get("detail").asString()).startsWith("nobody is left");
    }

    @Test
    void goOnWhileTheGateIsAwayAsItJudgesWhatIsSent() {
        desks.gate.answers(503, "");

        assertThat(desks.xa.post(CAMPAIGNS, exercise(campaign())).status()).isEqualTo(201);
        assertThat(desks.xa.mailbag().take())
                .singleElement()
                .satisfies(letter -> assertThat(letter.event()).isInstanceOf(CampaignNotice.class));
    }

    @Test
    void askAgainForACorrectionAndNeverForAWithdrawal() {
        String id = desks.xa
                .post(STRATEGIES, exercise(strategy("XA")))
                .body()
                .get("id")
                .asString();
        desks.xa.mailbag().take();
        desks.gate.take();
        desks.gate.answers(200, NOT_A_PUBLISHER);

        Answer moved =
                desks.xa.post(STRATEGIES + "/" + id + "/correct", Map.of("version", 1, "content", strategy("XB")));
        Dispatch shown = desks.gate.take().getFirst();
        Answer withdrawn =
                desks.xa.post(PUBLICATIONS + "/" + id + "/withdraw", Map.of("version", 1, "type", "STRATEGY"));

        assertThat(moved.status()).isEqualTo(422);
        assertThat(moved.body().get("type").asString()).isEqualTo("urn:heliograph:problem:gate-refuses");
        assertThat(GateStandIn.event(shown, PreventionStrategy.class).getCountry())
                .contains("XB");
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(desks.gate.take()).isEmpty();
        assertThat(desks.xa.mailbag().take()).hasSize(1);
    }

    @Test
    void nameARequestThatTheyKnow() {
        String request = desks.sentToUnodc(Map.of());
        Map<String, Object> known = campaign();
        known.put("requestId", request);
        Map<String, Object> unknown = campaign();
        unknown.put("requestId", UUID.randomUUID());

        Answer answer = desks.unodc.post(CAMPAIGNS, exercise(known));
        Answer refused = desks.unodc.post(CAMPAIGNS, exercise(unknown));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        CampaignNotice event =
                (CampaignNotice) desks.unodc.mailbag().take().getLast().event();
        assertThat(event.getRequestId()).contains(UUID.fromString(request));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("content.requestId");
    }

    private static Map<String, Object> exercise(Map<String, Object> content) {
        return Map.of("status", "EXERCISE", "content", content);
    }

    private static Map<String, Object> campaign() {
        return new TreeMap<>(Map.of(
                "audiences", List.of("Young adults in coastal towns"),
                "countries", List.of("XA"),
                "languages", List.of("ar"),
                "start", "2026-04-01",
                "contactParty", "xa"));
    }

    private static Map<String, Object> strategy(String country) {
        return new TreeMap<>(Map.of("country", country, "status", "DRAFT"));
    }

    private static Map<String, Object> legalUpdate() {
        return new TreeMap<>(Map.of(
                "kind", "LEGISLATION",
                "country", "XA",
                "citation", "XA-OG 12/2026",
                "decisionDate", "2026-02-11",
                "outcome", "ADOPTED",
                "sourceUri", "https://gazette.example/2026/12"));
    }

    private static Map<String, Object> product() {
        return new TreeMap<>(Map.of(
                "title", List.of(Map.of("language", "en", "text", "A study of an exercise")),
                "type", "GLOBAL_STUDY",
                "licence", "CC-BY-3.0-IGO",
                "uri", "https://files.example/study.pdf",
                "checksum", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));
    }
}
