package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.heliograph.desk.Mailbag.Letter;
import org.heliograph.desk.TestDesk.Answer;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Envelope;
import org.heliograph.events.Tlp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TwoDesksTest {

    private static final String REQUESTS = "/api/v1/requests";

    /** All but what clocks do. */
    private static final Set<String> ACTS = new TreeSet<>(List.of(
            "ACKNOWLEDGE",
            "ASSIGN",
            "ASK",
            "ANSWER",
            "ACCEPT",
            "POSTPONE",
            "CONSULT",
            "DECLINE",
            "START",
            "FULFIL",
            "CONFIRM",
            "REOPEN",
            "WITHDRAW",
            "SET_ASIDE"));

    private static TwoDesks desks;
    private static TestDesk xa;
    private static TestDesk unodc;

    @BeforeAll
    static void start() throws IOException {
        desks = TwoDesks.renewed();
        xa = desks.xa;
        unodc = desks.unodc;
    }

    @AfterEach
    void emptyTheBags() {
        desks.emptyTheBags();
    }

    @Test
    void carryARequestToItsAcceptance() {
        String id = desks.submit(Requests.to("unodc"));
        List<Letter> sent = xa.mailbag().take();
        Deliveries.deliver(sent, unodc);

        assertThat(sent).singleElement().satisfies(letter -> {
            CoopRequest event = (CoopRequest) letter.event();
            Envelope envelope = event.getEnvelope();
            assertThat(letter.distribution().getReleasableTo()).containsExactly("unodc");
            assertThat(event.getReference()).matches("XA-\\d{4}-\\d{6}");
            assertThat(envelope.getContextId()).isEqualTo("exercise:" + id);
            assertThat(envelope.getOriginatorRole()).isEqualTo("officer");
            assertThat(envelope.getTlp()).isEqualTo(Tlp.AMBER);
        });
        assertThat(ids(unodc.get("/api/v1/work-list?size=100"))).contains(id);

        assertThat(desks.step(id, "acknowledge", Map.of("version", 0)).status()).isEqualTo(200);
        assertThat(desks.step(id, "assign", Map.of("version", 1, "to", "legal desk"))
                        .status())
                .isEqualTo(200);
        assertThat(desks.step(id, "accept", Map.of("version", 2, "conditions", List.of("in English")))
                        .status())
                .isEqualTo(200);
        List<Letter> answers = unodc.mailbag().take();
        Deliveries.deliver(answers, xa);

        assertThat(answers).allSatisfy(letter -> {
            assertThat(letter.distribution().getReleasableTo()).containsExactly("xa");
            assertThat(((CoopEvent) letter.event()).getEnvelope().getTlp()).isEqualTo(Tlp.AMBER);
        });
        Answer seen = xa.get(REQUESTS + "/" + id);
        assertThat(seen.body().get("state").asString()).isEqualTo("ACCEPTED");
        assertThat(seen.body().at("/timeline/2/detail/conditions/0").asString()).isEqualTo("in English");
        assertThat(seen.body().get("timeline"))
                .isEqualTo(unodc.get(REQUESTS + "/" + id).body().get("timeline"));
    }

    @Test
    void endEqualWhenEventsComeTwiceAndInAnyOrder() {
        for (int seed = 0; seed < 10; seed++) {
            String id = desks.submit(Requests.to("unodc"));
            List<Letter> sent = new ArrayList<>(xa.mailbag().take());
            assertThat(desks.withdraw(id).status()).isEqualTo(202);
            sent.addAll(xa.mailbag().take());
            Deliveries.deliver(Deliveries.shuffled(sent, seed), unodc);
            Deliveries.deliver(Deliveries.shuffled(unodc.mailbag().take(), seed), xa);

            assertThat(desks.state(xa, id)).isEqualTo("WITHDRAWN").isEqualTo(desks.state(unodc, id));
            assertThat(xa.get(REQUESTS + "/" + id).body().get("timeline")).hasSize(1);
        }
    }

    @Test
    void endEqualHoweverBothSidesActAndEventsArrive() {
        Set<String> acts = new TreeSet<>();
        for (int seed = 0; seed < 8 || (seed < 50 && !acts.containsAll(ACTS)); seed++) {
            String id = desks.submit(Requests.to("unodc"));
            Interleaving interleaving = new Interleaving(desks, id, seed);
            interleaving.run(120);
            interleaving.settle();

            JsonNode seen = xa.get(REQUESTS + "/" + id).body();
            JsonNode own = unodc.get(REQUESTS + "/" + id).body();
            assertThat(seen.get("timeline")).as("seed %d", seed).isEqualTo(own.get("timeline"));
            assertThat(seen.get("state")).as("seed %d", seed).isEqualTo(own.get("state"));
            assertThat(seen.at("/addressees/0/version")).isEqualTo(own.at("/addressees/0/version"));
            assertThat(seen.at("/addressees/0/commands").valueStream())
                    .noneMatch(command -> command.get("progress").asString().equals("ON_ITS_WAY"));
            own.get("timeline")
                    .valueStream()
                    .forEach(step -> acts.add(step.get("act").asString()));
        }

        assertThat(acts).as("by chance each was taken").isEqualTo(ACTS);
    }

    @Test
    void tellARequesterThatActsOnWhatChangedMeanwhile() {
        String id = desks.submit(Requests.to("unodc"));
        Deliveries.deliver(xa.mailbag().take(), unodc);
        desks.step(id, "acknowledge", Map.of("version", 0));
        desks.step(id, "ask", Map.of("version", 1, "questions", List.of("Which article?")));
        Deliveries.deliver(unodc.mailbag().take(), xa);

        assertThat(answer(id, "unodc", 1).body().at("/last/act").asString()).isEqualTo("ASK");
        assertThat(answer(id, "iom", 2).status()).isEqualTo(404);
        assertThat(answer(id, "unodc", 2).status()).isEqualTo(202);
        assertThat(answer(id, "unodc", 2).body().get("type").asString()).endsWith("on-its-way");
        assertThat(xa.post(REQUESTS + "/" + id + "/confirm", Map.of("addressee", "unodc", "version", 2))
                        .body()
                        .get("refusal")
                        .asString())
                .isEqualTo("NOT_IN_THIS_STATE");
        Deliveries.deliver(xa.mailbag().take(), unodc);
        assertThat(desks.state(unodc, id)).isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void keepADeclineThatCameBeforeTheWithdrawal() {
        String id = desks.submit(Requests.to("unodc"));
        Deliveries.deliver(xa.mailbag().take(), unodc);
        desks.step(id, "acknowledge", Map.of("version", 0));
        desks.step(id, "decline", Map.of("version", 1, "reasonCode", "NO_CAPACITY", "reason", "Not before March"));
        desks.withdraw(id);
        Deliveries.deliver(xa.mailbag().take(), unodc);
        Deliveries.deliver(unodc.mailbag().take(), xa);

        assertThat(desks.state(unodc, id)).isEqualTo("DECLINED").isEqualTo(desks.state(xa, id));
        JsonNode command = xa.get(REQUESTS + "/" + id).body().at("/addressees/0/commands/0");
        assertThat(command.get("act").asString()).isEqualTo("WITHDRAW");
        assertThat(command.get("progress").asString()).isEqualTo("SET_ASIDE");
        assertThat(command.get("because").asString()).isEqualTo("NOT_IN_THIS_STATE");
        assertThat(desks.withdraw(id).status()).isEqualTo(409);
    }

    @Test
    void createOneRequestForARepeatedSubmission() {
        List<Answer> answers =
                Deliveries.atOnce(4, _ -> xa.post(REQUESTS, Requests.to("unodc"), "Idempotency-Key", "once"));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(answers.stream()
                        .map(answer -> answer.body().get("requestId").asString())
                        .distinct())
                .hasSize(1);
        assertThat(xa.mailbag().take()).hasSize(1);
        assertThat(xa.post(REQUESTS, Requests.to("iom"), "Idempotency-Key", "once")
                        .status())
                .isEqualTo(422);
        assertThat(xa.mailbag().take()).isEmpty();
    }

    @Test
    void letOneOfTwoOfficersWin() {
        String id = desks.submit(Requests.to("unodc"));
        Deliveries.deliver(xa.mailbag().take(), unodc);
        desks.step(id, "acknowledge", Map.of("version", 0));
        desks.step(id, "assign", Map.of("version", 1, "to", "legal desk"));
        unodc.mailbag().take();

        List<Answer> answers = Deliveries.atOnce(
                2,
                officer -> officer == 0
                        ? desks.step(id, "accept", Map.of("version", 2))
                        : desks.step(
                                id, "decline", Map.of("version", 2, "reasonCode", "DUPLICATE", "reason", "Twice")));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        Answer loser = answers.stream()
                .filter(answer -> answer.status() == 409)
                .findFirst()
                .orElseThrow();
        assertThat(loser.body().at("/now/version").asInt()).isEqualTo(3);
        assertThat(loser.body().at("/last/to").asString()).isEqualTo(desks.state(unodc, id));
        assertThat(loser.body().at("/last/role").asString()).isEqualTo("officer");
        assertThat(unodc.mailbag().take()).hasSize(1);
    }

    @Test
    void refuseWhatTheProtocolDoesNotAllow() {
        String id = desks.submit(Requests.to("unodc"));
        String foreign = desks.submit(Requests.foreignTo("unodc"));
        Deliveries.deliver(xa.mailbag().take(), unodc);

        assertThat(desks.step(id, "accept", Map.of("version", 0))
                        .body()
                        .get("refusal")
                        .asString())
                .isEqualTo("NOT_IN_THIS_STATE");
        desks.step(id, "acknowledge", Map.of("version", 0));
        desks.step(foreign, "acknowledge", Map.of("version", 0));
        Deliveries.deliver(unodc.mailbag().take(), xa);

        assertRefused(decline(id, "ONGOING_INVESTIGATION"), "GROUND_ONLY_POSTPONES");
        assertRefused(decline(id, "DOMESTIC_LAW_PROHIBITS"), "CONSULTATION_REQUIRED");
        assertRefused(decline(id, "NOT_COMPETENT"), "REDIRECT_REQUIRED");
        assertRefused(decline(foreign, "NO_CAPACITY"), "NOT_COMPETENT");
        assertRefused(desks.step(foreign, "assign", Map.of("version", 1, "to", "legal desk")), "NOT_COMPETENT");
        assertThat(desks.step(id, "decline", Map.of("version", 1, "reason", "No reason code"))
                        .status())
                .isEqualTo(400);
        assertThat(unodc.mailbag().take()).isEmpty();
        assertThat(desks.state(unodc, id)).isEqualTo("ACKNOWLEDGED");

        desks.step(
                foreign,
                "decline",
                Map.of("version", 1, "reasonCode", "NOT_COMPETENT", "reason", "The flag State is", "redirect", "xb"));
        Deliveries.deliver(unodc.mailbag().take(), xa);
        assertThat(xa.get(REQUESTS + "/" + foreign)
                        .body()
                        .at("/timeline/1/detail/redirect")
                        .asString())
                .isEqualTo("xb");
    }

    @Test
    void listByDirectionAndState() {
        String id = desks.submit(Requests.to("unodc", "iom"));

        assertThat(ids(xa.get(REQUESTS + "?direction=OUT&state=SUBMITTED&state=ACCEPTED&size=100")))
                .contains(id);
        assertThat(ids(xa.get(REQUESTS + "?direction=IN"))).doesNotContain(id);
        assertThat(ids(xa.get(REQUESTS + "?state=DECLINED"))).doesNotContain(id);
        Answer page = xa.get(REQUESTS + "?size=1");
        assertThat(page.body().get("items")).hasSize(1);
        assertThat(page.body().get("total").asLong()).isGreaterThanOrEqualTo(1);
    }

    private static Answer decline(String id, String reasonCode) {
        return desks.step(id, "decline", Map.of("version", 1, "reasonCode", reasonCode, "reason", "Because"));
    }

    private static Answer answer(String id, String addressee, int version) {
        return xa.post(
                REQUESTS + "/" + id + "/answer",
                Map.of("addressee", addressee, "version", version, "text", "Article 6"));
    }

    private static void assertRefused(Answer answer, String refusal) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("refusal").asString()).isEqualTo(refusal);
    }

    private static List<String> ids(Answer answer) {
        return answer.body()
                .get("items")
                .valueStream()
                .map(item -> item.get("requestId").asString())
                .toList();
    }
}
