package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.desk.TestDesk.Answer;
import org.heliograph.exchange.database.TestDatabase;
import org.heliograph.pages.session.IdentityStandIn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemsTest {

    private static final String REQUESTS = "/api/v1/requests";

    private static TestDatabase database;
    private static IdentityStandIn identity;
    private static TestDesk desk;

    @BeforeAll
    static void start() throws IOException {
        database = TestDesk.database();
        identity = new IdentityStandIn();
        desk = new TestDesk("xa", identity, database.url());
    }

    @AfterAll
    static void stop() {
        desk.close();
        identity.close();
        database.close();
    }

    @AfterEach
    void storesNothingOnAnyError() {
        assertThat(desk.rows()).isZero();
        assertThat(desk.mailbag().take()).isEmpty();
    }

    @Test
    void saysThatASubmissionIsTakenAllTheSameWhileNobodyAnswersForTheGate() {
        Answer answer = desk.post("/api/v1/requests/preview", Requests.to("unodc"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.body().get("title").asString()).isEqualTo("No preview just now");
        assertThat(answer.body().get("detail").asString()).contains("taken all the same");
    }

    @Test
    void namesAnUnknownField() {
        Answer answer = desk.post(REQUESTS, Requests.with("colour", "blue"));

        assertProblem(answer, 400, "invalid-fields");
        assertThat(fields(answer)).containsExactly("colour");
    }

    @Test
    void namesEachMissingField() {
        Answer answer = desk.postRaw(REQUESTS, "{}");

        assertProblem(answer, 400, "invalid-fields");
        assertThat(fields(answer))
                .containsExactlyInAnyOrder(
                        "addressees", "assistanceSought", "factsSummary", "kind", "status", "subject");
    }

    @Test
    void listsTheWordsThatItKnows() {
        for (String word : List.of("BLACK_MAGIC", "UNKNOWN")) {
            Answer answer = desk.post(REQUESTS, Requests.with("kind", word));

            assertProblem(answer, 400, "invalid-fields");
            assertThat(fields(answer)).containsExactly("kind");
            assertThat(answer.body().at("/errors/0/problem").asString())
                    .contains("LEGISLATIVE_ASSISTANCE", "RESEARCH_DATA")
                    .doesNotContain("UNKNOWN", "BLACK_MAGIC");
        }
    }

    @Test
    void refusesWhatIsNotStrictJson() {
        for (String body : List.of(
                "{",
                "",
                "[]",
                "null",
                "\"text\"",
                "{\"kind\":1}",
                "{\"kind\":\"RESEARCH_DATA\"} x",
                "{\"subject\":\"a\",\"subject\":\"b\"}",
                "\u0000")) {
            assertThat(desk.postRaw(REQUESTS, body).status()).as(body).isEqualTo(400);
        }
    }

    @Test
    void refusesTextThatNobodyCanSee() {
        for (String text : List.of("", "  ", "a\u0000b", "bell\u0007", "x".repeat(201))) {
            assertThat(desk.post(REQUESTS, Requests.with("subject", text)).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void refusesHalfACharacter() {
        String request = new JsonMapper().writeValueAsString(Requests.with("subject", "HALF"));

        assertThat(desk.postRaw(REQUESTS, request.replace("HALF", "\\ud800")).status())
                .isEqualTo(400);
    }

    @Test
    void refusesABodyThatIsTooLargeHoweverItComes() {
        String large = "{\"subject\":\"" + "x".repeat(9_000) + "\"}";

        assertProblem(desk.postRaw(REQUESTS, large), 413, "too-large");
        assertProblem(desk.postChunked(REQUESTS, large), 413, "too-large");
    }

    @Test
    void refusesWhatTheRulesDoNotAllow() {
        assertRefused("addressees", Requests.to("xa"));
        assertRefused("addressees", Requests.to("unodc", "unodc"));
        assertRefused("tlp", Requests.with("tlp", "RED"));
        assertRefused("handlingNote", Requests.with("handlingCodes", List.of("H3")));
        assertRefused("dueAt", Requests.with("dueAt", "2020-01-01T00:00:00Z"));
        assertRefused("language", Requests.with("language", "qq"));
    }

    @Test
    void asksWhoCalls() {
        for (String token : List.of(
                "rubbish",
                identity.foreignToken("xa"),
                identity.token("xb", "officer"),
                identity.token("xa", "officer", claims -> claims.audience("desk")),
                identity.token("xa", "officer", claims -> claims.audience("heliograph-broker")),
                identity.token("xa", "officer", claims -> claims.claim("party", "xb")),
                identity.token("xa", "officer", claims -> claims.claim("party", null)),
                identity.token("xa", "officer", claims -> claims.issuer("http://elsewhere")),
                identity.token("xa", "officer", claims -> claims.expirationTime(null)),
                identity.token(
                        "xa",
                        "officer",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(11)))))) {
            Answer answer = desk.getAs(REQUESTS, token);
            assertProblem(answer, 401, "unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
        assertProblem(desk.getAs(REQUESTS, null), 401, "unauthenticated");
        assertProblem(desk.getAs("/nothing", null), 401, "unauthenticated");
    }

    @Test
    void asksWhoCallsOnceIdentitySaysThatATokenHasEnded() {
        String token = identity.token("xa", "officer", claims -> claims.jwtID("a token of its own"));
        identity.end(token);

        assertProblem(desk.getAs(REQUESTS, token), 401, "unauthenticated");
        assertThat(desk.getAs(REQUESTS, identity.token("xa", "officer")).status())
                .isEqualTo(200);
    }

    @Test
    void keepsOutOtherRolesAndOtherPaths() {
        assertProblem(desk.getAs(REQUESTS, identity.token("xa", "operator")), 403, "forbidden");
        assertProblem(desk.get("/actuator/env"), 403, "forbidden");
        assertThat(desk.getAs("/actuator/health/liveness", null).status()).isEqualTo(200);
        assertThat(desk.getAs("/actuator/health", null).body().propertyNames()).containsOnly("status", "groups");
    }

    @Test
    void answersOtherMistakesInTheSameForm() {
        assertProblem(desk.get(REQUESTS + "/" + UUID.randomUUID()), 404, "not-found");
        assertProblem(desk.get(REQUESTS + "/no-id"), 404, "not-found");
        assertProblem(desk.get("/api/v1/nothing"), 404, null);
        assertProblem(desk.delete(REQUESTS), 405, null);
        assertProblem(desk.postRaw(REQUESTS, "text/plain", BodyPublishers.ofString("hello")), 415, null);
        assertProblem(desk.get(REQUESTS + "?direction=UP"), 400, "invalid-fields");
        assertProblem(desk.get(REQUESTS + "?size=1000"), 400, "invalid-fields");
        assertProblem(desk.get(REQUESTS + "?page=-1"), 400, "invalid-fields");
        assertProblem(
                desk.post(REQUESTS + "/" + UUID.randomUUID() + "/acknowledge", Map.of("version", 0)), 404, "not-found");
    }

    @Test
    void answersWhatIsNoHttpAddressInTheSameForm() throws IOException {
        assertThat(desk.raw("GET /a|b HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .doesNotContain("html", "Tomcat");
    }

    @Test
    void protectsBrowsers() {
        Answer answer = desk.get(REQUESTS);

        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void describesItself() {
        Answer answer = desk.getAs("/v3/api-docs", null);

        assertThat(answer.body().at("/openapi").asString()).startsWith("3.1");
        assertThat(answer.body().at("/paths").propertyNames())
                .contains("/api/v1/requests", "/api/v1/requests/{requestId}/decline", "/api/v1/work-list");
        assertThat(answer.body()
                        .at("/components/securitySchemes/officer/flows/authorizationCode/tokenUrl")
                        .asString())
                .isEqualTo(identity.issuer() + "/oauth2/token");
        assertThat(answer.body()
                        .at("/paths/~1api~1v1~1requests/post/parameters")
                        .valueStream()
                        .map(parameter -> parameter.get("name").asString()))
                .containsExactly("Idempotency-Key");
        JsonNode fields = answer.body().at("/components/schemas/NewRequest/properties");
        assertThat(fields.at("/kind/enum").toString()).contains("RESEARCH_DATA").doesNotContain("UNKNOWN");
        assertThat(fields.at("/subject/maxLength").asInt()).isEqualTo(200);
        assertThat(answer.body()
                        .at("/components/schemas/ObservationView/properties/disclaimer/description")
                        .asString())
                .isEqualTo("What the number must not be taken for");
        assertThat(desk.getAs("/swagger-ui/index.html", null).status()).isEqualTo(200);
    }

    private static void assertRefused(String field, Map<String, ?> request) {
        Answer answer = desk.post(REQUESTS, request);
        assertProblem(answer, 422, "invalid-fields");
        assertThat(fields(answer)).containsExactly(field);
    }

    private static List<String> fields(Answer answer) {
        return answer.body()
                .at("/errors")
                .valueStream()
                .map(error -> error.get("field").asString())
                .toList();
    }

    private static void assertProblem(Answer answer, int status, @Nullable String name) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().get("status").asInt()).isEqualTo(status);
        if (name != null) {
            assertThat(answer.body().get("type").asString()).isEqualTo("urn:heliograph:problem:" + name);
        }
    }
}
