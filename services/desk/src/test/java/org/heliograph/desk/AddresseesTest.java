package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.heliograph.desk.TestDesk.Answer;
import org.heliograph.events.RequestKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whom a kind may be addressed to is the gate's to say, and told before a request is stored. */
class AddresseesTest {

    private static final String REQUESTS = "/api/v1/requests";
    private static final String TOLD = """
            {"recipients": {"LEGISLATIVE_ASSISTANCE": ["unodc"], "RESEARCH_DATA": ["iom", "xb"], "LATER": ["xc"]},
             "policyVersion": "v"}""";

    private static TwoDesks desks;
    private static TestDesk xa;

    @BeforeAll
    static void start() throws IOException {
        desks = new TwoDesks();
        xa = desks.xa;
    }

    @AfterAll
    static void stop() {
        desks.close();
    }

    @BeforeEach
    void letsTimePass() {
        xa.clock().turnOn("PT1M");
        desks.gate.tellsEligible(TOLD);
        desks.emptyTheBags();
    }

    @Test
    void refusesWhoIsNotEligibleAndSaysWhoIs() {
        int rows = xa.rows();

        Answer answer = xa.post(REQUESTS, Requests.to("unodc", "xb"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("addressees");
        assertThat(answer.body().at("/errors/0/problem").asString())
                .isEqualTo("LEGISLATIVE_ASSISTANCE may be addressed to unodc");
        assertThat(xa.rows()).isEqualTo(rows);
        assertThat(xa.mailbag().take()).isEmpty();
        assertThat(xa.post(REQUESTS, Requests.to("unodc")).status()).isEqualTo(201);
    }

    @Test
    void refusesAKindThatThePartyMayNotAskFor() {
        Answer answer = xa.post(REQUESTS, SampleRequests.of(RequestKind.CAMPAIGN_SUPPORT));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/problem").asString())
                .isEqualTo("this party may not submit requests of CAMPAIGN_SUPPORT");
    }

    @Test
    void asksAnewBeforeItRefuses() {
        assertThat(xa.post(REQUESTS, Requests.to("unodc", "xb")).status()).isEqualTo(422);

        desks.gate.tellsEligible("""
                {"recipients": {"LEGISLATIVE_ASSISTANCE": ["unodc", "xb"]}, "policyVersion": "w"}""");

        assertThat(xa.post(REQUESTS, Requests.to("unodc", "xb")).status()).isEqualTo(201);
    }

    @Test
    void refusesNothingByItselfWhileTheGateCannotBeAsked() {
        desks.gate.tellsEligible("");

        assertThat(xa.post(REQUESTS, Requests.to("xc")).status()).isEqualTo(201);
    }

    @Test
    void listsWhatEachKindNeedsAndWhomItMayBeAddressedTo() {
        JsonNode kinds = xa.get(REQUESTS + "/kinds").body().get("kinds");

        assertThat(kinds.valueStream().map(kind -> kind.get("kind").asString())).hasSize(11);
        JsonNode legislative = kind(kinds, "LEGISLATIVE_ASSISTANCE");
        assertThat(legislative.get("addressees").toString()).isEqualTo("[\"unodc\"]");
        assertThat(legislative.get("details").asString()).isEqualTo("legislativeAssistance");
        assertThat(legislative.get("available").asBoolean()).isTrue();
        assertThat(kind(kinds, "RETURN_FACILITATION").get("available").asBoolean())
                .isFalse();
        assertThat(kind(kinds, "CAMPAIGN_SUPPORT").get("addressees")).isEmpty();
        assertThat(kind(kinds, "PROTECTION_REFERRAL").has("details")).isFalse();
    }

    @Test
    void namesAsRequiredWhatIsRefusedWithoutIt() {
        JsonNode kinds = xa.get(REQUESTS + "/kinds").body().get("kinds");

        for (RequestKind kind : SampleRequests.KINDS) {
            JsonNode told = kind(kinds, kind.name());
            List<String> required = told.get("fields")
                    .valueStream()
                    .filter(field -> field.get("required").asBoolean())
                    .map(field -> field.get("name").asString())
                    .toList();
            Answer answer =
                    xa.post(REQUESTS, withNothing(kind, told.get("details").asString()));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()
                            .get("errors")
                            .valueStream()
                            .map(error -> error.get("field").asString()))
                    .as(kind.name())
                    .containsExactlyInAnyOrderElementsOf(required.stream()
                            .map(field -> "details." + told.get("details").asString() + "." + field)
                            .toList());
        }
    }

    @Test
    void tellsNoAddresseesWhereItNeverHeardOfAny() throws IOException {
        TestDesk deaf = TwoDesks.renewed().xa;

        JsonNode kinds = deaf.get(REQUESTS + "/kinds").body().get("kinds");

        assertThat(kind(kinds, "LEGISLATIVE_ASSISTANCE").has("addressees")).isFalse();
    }

    private static Map<String, Object> withNothing(RequestKind kind, String details) {
        Map<String, Object> request = SampleRequests.of(kind);
        request.put("details", Map.of(details, Map.of()));
        return request;
    }

    private static JsonNode kind(JsonNode kinds, String name) {
        return kinds.valueStream()
                .filter(kind -> kind.get("kind").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
