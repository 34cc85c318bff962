package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.heliograph.desk.Mailbag.Letter;
import org.heliograph.desk.TestDesk.Answer;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.PreventionPlanSupport;
import org.heliograph.events.RequestDetails;
import org.heliograph.events.RequestKind;
import org.heliograph.events.requests.KindRules;
import org.heliograph.exchange.database.TestDatabase;
import org.heliograph.pages.session.IdentityStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each kind of request says what its kind needs, or is refused. */
class KindsTest {

    private static final String REQUESTS = "/api/v1/requests";
    private static final Set<String> NEED_NOT_BE_THERE = Set.of(
            "participants of JOINT_INVESTIGATION",
            "vesselName",
            "marksOfRegistry",
            "imoNumber",
            "mmsi",
            "callSign",
            "proposedMeasures");
    private static final JsonMapper JSON = new JsonMapper();

    static final List<RequestKind> KINDS = SampleRequests.KINDS;

    private static TestDatabase databaseOfXa;
    private static TestDatabase databaseOfXb;
    private static IdentityStandIn identity;
    private static TestDesk xa;
    private static TestDesk xb;

    @BeforeAll
    static void start() throws IOException {
        databaseOfXa = TestDesk.database();
        databaseOfXb = TestDesk.database();
        identity = new IdentityStandIn();
        xa = new TestDesk("xa", identity, databaseOfXa.url());
        xb = new TestDesk("xb", identity, databaseOfXb.url());
    }

    @AfterAll
    static void stop() {
        xa.close();
        xb.close();
        identity.close();
        databaseOfXa.close();
        databaseOfXb.close();
    }

    @BeforeEach
    void emptyTheBags() {
        xa.mailbag().take();
        xb.mailbag().take();
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void bringsItsDetailsToTheAddressee(RequestKind kind) {
        Map<String, Object> request = SampleRequests.of(kind);

        Answer submitted = xa.post(REQUESTS, request);
        assertThat(submitted.status()).as(submitted.response().body()).isEqualTo(201);
        Deliveries.deliver(xa.mailbag().take(), xb);
        JsonNode arrived = xb.get(
                        REQUESTS + "/" + submitted.body().get("requestId").asString())
                .body();

        JsonNode details = JSON.valueToTree(request.get("details"));
        assertThat(submitted.body().get("details")).isEqualTo(readAgain(details));
        assertThat(readAgain(arrived.get("details")))
                .isEqualTo(readAgain(submitted.body().get("details")));
        assertThat(arrived.get("pillar").asInt()).isEqualTo(KindRules.pillar(kind));
        assertThat(arrived.get("purposes").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(
                        KindRules.purposes(kind).stream().map(Enum::name).toList());
    }

    /** Sums have two places on their way. */
    private static JsonNode readAgain(JsonNode details) {
        return JSON.readTree(JSON.writeValueAsString(details).replaceAll("(\\d)\\.0+\\b", "$1"));
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void isRefusedWithoutItsDetailsOrAnyFieldOfThem(RequestKind kind) {
        Map<String, Object> without = SampleRequests.of(kind);
        without.remove("details");
        assertRefused(without, "details." + SampleRequests.field(kind));

        Set<String> fields = new LinkedHashSet<>(
                SampleRequests.detail(SampleRequests.of(kind)).keySet());
        assertThat(fields).isNotEmpty();
        for (String field : fields) {
            Map<String, Object> request = SampleRequests.of(kind);
            SampleRequests.detail(request).remove(field);
            if (NEED_NOT_BE_THERE.contains(field) || NEED_NOT_BE_THERE.contains(field + " of " + kind)) {
                assertThat(xa.post(REQUESTS, request).status()).as(field).isEqualTo(201);
            } else {
                assertRefused(request, "details." + SampleRequests.field(kind) + "." + field);
            }
        }
    }

    @Test
    void isRefusedWithTheDetailsOfAnotherKind() {
        Map<String, Object> request = SampleRequests.of(RequestKind.RESEARCH_DATA);
        request.put("kind", "CAMPAIGN_SUPPORT");

        assertRefused(request, "details");
    }

    @Test
    void isRefusedForAPurposeThatIsNotOneOfItsKind() {
        Map<String, Object> request = SampleRequests.of(RequestKind.VESSEL_REGISTRY_BOARDING);
        request.put("purposes", List.of("SAFETY_OF_LIFE"));
        assertThat(xa.post(REQUESTS, request).status()).isEqualTo(201);

        request.put("purposes", List.of("RETURN_REINTEGRATION"));
        assertRefused(request, "envelope.permittedPurposes");
    }

    @Test
    void goesToTheFlagStateAlone() {
        Map<String, Object> request = SampleRequests.of(RequestKind.VESSEL_REGISTRY_BOARDING);
        request.put("addressees", List.of("xc"));

        assertRefused(request, "addressees");
    }

    @ParameterizedTest
    @EnumSource(names = {"IDENTITY_NATIONALITY_VERIFICATION", "PROTECTION_REFERRAL", "RETURN_FACILITATION"})
    void waitsForSealingWhereItIsAboutOnePerson(RequestKind kind) {
        Map<String, Object> request = new TreeMap<>(Requests.to("xb"));
        request.put("kind", kind.name());
        request.remove("details");
        int rows = xa.rows();

        Answer answer = xa.post(REQUESTS, request);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("errors").toString()).contains("\"kind\"", "needs sealing", "(R3)");
        assertThat(xa.rows()).isEqualTo(rows);
        assertThat(xa.mailbag().take()).isEmpty();
    }

    @Test
    void asksNothingOfAStateFromWhichProtectionIsSought() {
        Map<String, Object> request = new TreeMap<>(Requests.to("xb"));
        request.put("kind", "IDENTITY_NATIONALITY_VERIFICATION");
        request.put("details", identity(true));
        assertThat(errors(xa.post(REQUESTS, request)))
                .containsExactly("kind", "details.identityNationalityVerification.asylumIndicated");

        request.put("details", identity(false));
        assertThat(errors(xa.post(REQUESTS, request))).containsExactly("kind");
    }

    private static Map<String, Object> identity(boolean asylum) {
        return Map.of(
                "identityNationalityVerification",
                Map.of("basisOfClaim", "Own words", "presumedNationality", "XB", "asylumIndicated", asylum));
    }

    @Test
    void isLeftAsideByAnAddresseeThatGetsItWithoutItsDetails() {
        xa.post(REQUESTS, SampleRequests.of(RequestKind.RESEARCH_DATA));
        CoopRequest event = (CoopRequest)
                xa.mailbag().take().stream().map(Letter::event).findFirst().orElseThrow();
        String path = REQUESTS + "/" + event.getRequestId();

        xb.receive(CoopRequest.newBuilder(event).setDetails(null).build());
        xb.receive(CoopRequest.newBuilder(event)
                .setKind(RequestKind.CAMPAIGN_SUPPORT)
                .build());
        xb.receive(CoopRequest.newBuilder(event)
                .setKind(RequestKind.RETURN_FACILITATION)
                .setDetails(null)
                .build());
        xb.receive(CoopRequest.newBuilder(event)
                .setDetails(RequestDetails.newBuilder(event.getDetails().orElseThrow())
                        .setPreventionPlanSupport(new PreventionPlanSupport("XA", null, List.of("none")))
                        .build())
                .build());
        assertThat(xb.get(path).status()).isEqualTo(404);

        xb.receive(event);
        assertThat(xb.get(path).status()).isEqualTo(200);
    }

    private static void assertRefused(Map<String, Object> request, String field) {
        Answer answer = xa.post(REQUESTS, request);

        assertThat(answer.status()).as(field + answer.response().body()).isBetween(400, 422);
        assertThat(errors(answer)).as(field).contains(field);
    }

    private static List<String> errors(Answer answer) {
        return answer.body()
                .at("/errors")
                .valueStream()
                .map(error -> error.get("field").asString())
                .toList();
    }
}
