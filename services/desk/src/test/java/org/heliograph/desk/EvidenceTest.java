package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.heliograph.desk.TestDesk.Answer;
import org.heliograph.events.RequestKind;
import org.heliograph.exchange.outbox.OwnEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A request is fulfilled with what its kind is closed with, and with events that the addressee really sent. */
class EvidenceTest {

    private static TwoDesks desks;

    @BeforeAll
    static void start() throws IOException {
        desks = TwoDesks.renewed();
    }

    @BeforeEach
    void emptyTheBags() {
        desks.emptyTheBags();
    }

    @Test
    void saysWhatIsMissing() {
        String id = desks.inProgressAtUnodc(RequestKind.CAPACITY_BUILDING);

        Answer answer = fulfil(id, Map.of("results", List.of("https://files.example/report.pdf")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("refusal").asString()).isEqualTo("EVIDENCE_REQUIRED");
        assertThat(answer.body().get("detail").asString()).contains("an event, as capacity.activity/<its id>");
        assertThat(desks.unodc.mailbag().take()).isEmpty();
    }

    @Test
    void takesOnlyEventsThatThePartySentAsWhatTheyAreWithTheStatusOfTheRequest() {
        String id = desks.inProgressAtUnodc(RequestKind.CAPACITY_BUILDING);
        UUID activity = sent("capacity.activity", "exercise:");
        UUID actual = sent("capacity.activity", "actual:");
        UUID notice = sent("campaign.notice", "exercise:");

        for (UUID wrong : List.of(UUID.randomUUID(), actual, notice)) {
            Answer answer = fulfil(id, Map.of("results", List.of("capacity.activity/" + wrong)));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body().at("/errors/0/problem").asString())
                    .contains("events that this party sent", wrong.toString());
        }

        Answer fulfilled = fulfil(
                id, Map.of("results", List.of("capacity.activity/" + activity), "counts", Map.of("participants", 24)));
        assertThat(fulfilled.status()).as(fulfilled.response().body()).isEqualTo(200);
        Deliveries.deliver(desks.unodc.mailbag().take(), desks.xa);
        JsonNode step = lastStep(id);
        assertThat(step.at("/detail/results/0").asString()).isEqualTo("capacity.activity/" + activity);
        assertThat(step.at("/detail/counts/participants").asInt()).isEqualTo(24);
    }

    @Test
    void countsTheOutcomeOfAJointInvestigation() {
        String id = desks.inProgressAtUnodc(RequestKind.JOINT_INVESTIGATION);

        assertThat(fulfil(id, Map.of("counts", Map.of())).status()).isEqualTo(422);
        assertThat(fulfil(id, Map.of("counts", Map.of("Arrests of X", 1))).status())
                .isEqualTo(422);
        assertThat(fulfil(id, Map.of("counts", Map.of("arrests", -1))).status()).isEqualTo(400);
        assertThat(fulfil(id, Map.of("counts", Map.of("arrests", 0, "vessels-seized", 2)))
                        .status())
                .isEqualTo(200);
        Deliveries.deliver(desks.unodc.mailbag().take(), desks.xa);

        assertThat(lastStep(id).at("/detail/counts").toString()).isEqualTo("{\"arrests\":0,\"vessels-seized\":2}");
    }

    @Test
    void keepsNoDateAheadOfAFormalRequest() {
        String id = desks.inProgressAtUnodc(RequestKind.LEGISLATIVE_ASSISTANCE);
        Map<String, Object> sent = new TreeMap<>(Map.of(
                "reference",
                "MLA 12/2026",
                "sentOn",
                LocalDate.now(ZoneOffset.UTC).plusDays(10).toString()));
        Map<String, Object> evidence = Map.of("results", List.of("https://files.example/1"), "formalRequest", sent);

        assertThat(fulfil(id, evidence).status()).isEqualTo(400);
        sent.put("sentOn", "2026-02-20");
        assertThat(fulfil(id, evidence).status()).isEqualTo(200);
        Deliveries.deliver(desks.unodc.mailbag().take(), desks.xa);

        assertThat(lastStep(id).at("/detail/formalRequest").toString())
                .isEqualTo("{\"reference\":\"MLA 12/2026\",\"sentOn\":\"2026-02-20\"}");
    }

    private static UUID sent(String type, String status) {
        UUID id = UUID.randomUUID();
        desks.unodc.mailbag().said(new OwnEvent(id, type, status + id));
        return id;
    }

    private static Answer fulfil(String id, Map<String, ?> evidence) {
        Map<String, Object> body = new TreeMap<>(Map.of("version", 4, "whole", true, "summary", "Done"));
        body.putAll(evidence);
        return desks.step(id, "fulfil", body);
    }

    private static JsonNode lastStep(String id) {
        JsonNode timeline = desks.xa.get("/api/v1/requests/" + id).body().get("timeline");
        return timeline.get(timeline.size() - 1);
    }
}
