package org.heliograph.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.heliograph.identity.accounts.Accounts;
import org.heliograph.identity.accounts.Officer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each test leaves the accounts of the fixture as they were, and works on names of its own otherwise. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class AccountChangesTest {

    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-standard-0123456789";
    private static final String AUTHORIZE = "/oauth2/authorize?response_type=code&client_id=desk&scope=desk"
            + "&redirect_uri=http://127.0.0.1/callback&code_challenge_method=S256"
            + "&code_challenge=TklMeVooZjbHjWLoYsO_8TlVcFAO2QGJj-D0QCA1u2w";

    @TempDir
    static Path folder;

    private final JsonMapper json = new JsonMapper();
    private final int port;
    private final Browser browser;
    private final Accounts accounts;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) throws Exception {
        ProviderFixture.register(registry, folder);
    }

    AccountChangesTest(@LocalServerPort int port, @Autowired Accounts accounts) {
        this.port = port;
        this.browser = new Browser(port);
        this.accounts = accounts;
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    private record Answer(int status, JsonNode body, HttpResponse<String> response) {}

    @Test
    void anOperatorAddsAClientWhoseSecretIsShownOnceAndRemovesItAgain(CapturedOutput output) throws Exception {
        String operator = operator();
        Answer added = call("POST", "clients", operator, """
                {"id": "xd", "party": "xd", "scopes": ["broker", "desk", "identity"]}""");
        String secret = added.body().path("secret").asString();

        assertThat(added.status()).isEqualTo(201);
        String token = token("xd", secret, "desk");
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getAudience()).containsExactly("heliograph-desk-xd");
        Answer list = call("GET", "clients", operator, "");
        assertThat(list.body().toString()).contains("\"id\":\"xd\"").doesNotContain("bcrypt", secret);

        String own = token("xd", secret, "identity");
        assertThat(call("DELETE", "clients/xd", operator, "").status()).isEqualTo(204);
        assertThat(error(asked("xd", secret, "desk"))).isEqualTo("invalid_client");
        assertThat(call("GET", "officers", own, "").status()).isEqualTo(401);
        assertThat(call("DELETE", "clients/xd", operator, "").status()).isEqualTo(404);
        assertThat(output)
                .contains("\"who\":\"duty-operator\"", "\"what\":\"client added\"", "\"whom\":\"xd\"", "client removed")
                .doesNotContain(secret);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\": \"xa\", \"party\": \"xa\", \"scopes\": [\"broker\"]}                   | 409 | is taken",
                "{\"id\": \"xa-duty-officer\", \"party\": \"xa\", \"scopes\": [\"broker\"]}      | 409 | is taken",
                "{\"id\": \"xa-spy\", \"party\": \"xa\", \"scopes\": [\"desk\"]}                 | 400 | [broker, registry] for this client",
                "{\"id\": \"broker\", \"party\": \"xa\", \"scopes\": [\"broker\"]}               | 400 | id: expected a name that is not",
                "{\"id\": \"XE\", \"party\": \"xe\", \"scopes\": [\"broker\"]}                   | 400 | id: expected lower-case letters",
                "{\"id\": \"xe\", \"party\": \"xe\", \"scopes\": [\"moon\"]}                     | 400 | scopes: expected some of",
                "{\"id\": \"xe\", \"scopes\": [\"broker\"]}                                      | 400 | expected all three",
                "{\"id\": \"xe\", \"party\": \"xe\", \"scopes\": [\"broker\"], \"secret\": \"s\"} | 400 | secret: expected a field of this call",
                "rubbish                                                                         | 400 | expected one JSON object"
            })
    void refusesAClientThatMayNotBeAndSaysWhy(String body, int status, String detail) throws Exception {
        Answer answer = call("POST", "clients", operator(), body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body().path("detail").asString("")).contains(detail);
        assertThat(answer.response().headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void whileSecretsOverlapEachOfThemWorksAndWithoutAnOverlapTheNewOneAlone() throws Exception {
        String old = newClient("xf");
        String own = token("xf", old, "identity");

        Answer rotated = call("POST", "clients/xf/secrets", own, "{\"overlap\": \"PT1H\"}");
        String next = rotated.body().path("secret").asString();
        assertThat(rotated.status()).isEqualTo(200);
        assertThat(Instant.parse(rotated.body().path("previousUntil").asString()))
                .isAfter(Instant.now());
        token("xf", old, "broker");
        token("xf", next, "broker");

        String last = call("POST", "clients/xf/secrets", own, "{\"overlap\": \"PT0S\"}")
                .body()
                .path("secret")
                .asString();
        assertThat(error(asked("xf", old, "broker"))).isEqualTo("invalid_client");
        assertThat(error(asked("xf", next, "broker"))).isEqualTo("invalid_client");
        token("xf", last, "broker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"overlap\": \"PT-1S\"}", "{\"overlap\": \"P31D\"}", "{\"overlap\": \"soon\"}"})
    void refusesAnOverlapThatIsNoneOrTooLong(String body) throws Exception {
        Answer answer = call("POST", "clients/xa/secrets", party("xa"), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asString("")).contains("overlap");
    }

    @Test
    void keepsNoMoreSecretsThanALoginCanTry() throws Exception {
        String own = token("xg", newClient("xg"), "identity");
        for (int i = 0; i < 4; i++) {
            assertThat(call("POST", "clients/xg/secrets", own, "{\"overlap\": \"P1D\"}")
                            .status())
                    .isEqualTo(200);
        }

        assertThat(call("POST", "clients/xg/secrets", own, "{\"overlap\": \"P1D\"}")
                        .status())
                .isEqualTo(409);
        assertThat(call("POST", "clients/xg/secrets", own, "{\"overlap\": \"PT0S\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPartyRotatesTheSecretsOfItsOwnSystemsAlone() throws Exception {
        String xb = party("xb");

        for (String other : new String[] {"xa", "xa-fusion", "operations", "gate", "nobody"}) {
            assertThat(call("POST", "clients/" + other + "/secrets", xb, "{\"overlap\": \"PT0S\"}")
                            .status())
                    .as(other)
                    .isEqualTo(404);
        }
        token("xa-fusion", ProviderFixture.secretOf("xa-fusion"), "broker");
        assertThat(call("POST", "clients/xa-fusion/secrets", party("xa"), "{\"overlap\": \"PT1H\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aResetEndsAllSecretsAndTokensOfBefore() throws Exception {
        String old = newClient("xh");
        String own = token("xh", old, "identity");
        call("POST", "clients/xh/secrets", own, "{\"overlap\": \"P1D\"}");

        String next = call("POST", "clients/xh/secret-reset", operator(), "")
                .body()
                .path("secret")
                .asString();

        assertThat(error(asked("xh", old, "broker"))).isEqualTo("invalid_client");
        assertThat(accounts.client("xh").orElseThrow().secrets()).hasSize(1);
        assertThat(call("GET", "officers", own, "").status()).isEqualTo(401);
        assertThat(call("GET", "officers", token("xh", next, "identity"), "").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"operations", "gate"})
    void noOperatorChangesAClientOfThePlatform(String client) throws Exception {
        String operator = operator();

        assertThat(call("POST", "clients/" + client + "/secret-reset", operator, "")
                        .status())
                .isEqualTo(409);
        assertThat(call("DELETE", "clients/" + client, operator, "").status()).isEqualTo(409);
        token(client, ProviderFixture.secretOf(client), "broker");
    }

    @Test
    void aPartyAddsAnOfficerWhoLogsInUntilDisabled() throws Exception {
        String xa = party("xa");
        Answer added = call("POST", "officers", xa, "{\"username\": \"xa-night\", \"roles\": [\"officer\"]}");
        String password = added.body().path("password").asString();

        assertThat(added.status()).isEqualTo(201);
        assertThat(location(browser.login("xa-night", password))).doesNotContain("error");
        assertThat(call("POST", "officers/xa-night/disable", xa, "").status()).isEqualTo(204);
        assertThat(browser.login("xa-night", password).body()).contains("This account is disabled");
        assertThat(location(browser.login("xa-night", "guessed"))).endsWith("/login?error");
        assertThat(call("POST", "officers/xa-night/enable", operator(), "").status())
                .isEqualTo(204);
        assertThat(location(browser.login("xa-night", password))).doesNotContain("error");
    }

    @Test
    void anotherPasswordEndsTheOneBeforeAndTheSessionsThatItOpened() throws Exception {
        String xb = party("xb");
        String first = call("POST", "officers", xb, "{\"username\": \"xb-night\", \"roles\": [\"officer\"]}")
                .body()
                .path("password")
                .asString();
        browser.login("xb-night", first);
        assertThat(location(browser.get(AUTHORIZE))).contains("code=");

        String second = call("POST", "officers/xb-night/password", xb, "")
                .body()
                .path("password")
                .asString();

        assertThat(location(browser.get(AUTHORIZE))).endsWith("/login");
        assertThat(location(browser.login("xb-night", first))).endsWith("/login?error");
        browser.login("xb-night", second);
        assertThat(location(browser.get(AUTHORIZE))).contains("code=");
    }

    @Test
    void aCodeFromBeforeOpensNothingOnceTheOfficerIsDisabled() throws Exception {
        browser.login("xb-duty-officer", ProviderFixture.secretOf("xb-duty-officer"));
        String code = code(browser);
        String xb = party("xb");
        call("POST", "officers/xb-duty-officer/disable", xb, "");

        HttpResponse<String> redeemed = redeem(browser, code);

        call("POST", "officers/xb-duty-officer/enable", xb, "");
        assertThat(error(redeemed)).isEqualTo("invalid_grant");
        assertThat(redeemed.body()).contains("the login has ended");
    }

    @Test
    void aPartySeesAndChangesItsOwnOfficersAlone() throws Exception {
        String xb = party("xb");

        assertThat(call("GET", "officers", xb, "").body().toString())
                .contains("xb-duty-officer")
                .doesNotContain("xa-", "duty-operator", "bcrypt");
        for (String change : new String[] {"password", "disable", "enable"}) {
            assertThat(call("POST", "officers/xa-duty-officer/" + change, xb, "")
                            .status())
                    .as(change)
                    .isEqualTo(404);
            assertThat(call("POST", "officers/duty-operator/" + change, xb, "").status())
                    .as(change)
                    .isEqualTo(404);
        }
        assertThat(accounts.officer("xa-duty-officer").map(Officer::enabled)).contains(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"username\": \"xa-chief\", \"roles\": [\"officer\"]}        | 400",
                "{\"username\": \"xb-chief\", \"roles\": [\"operator\"]}       | 400",
                "{\"username\": \"xb-chief\"}                                  | 400",
                "{\"username\": \"xb-Chief\", \"roles\": [\"officer\"]}        | 400",
                "{\"username\": \"xb-duty-officer\", \"roles\": [\"officer\"]} | 409"
            })
    void refusesAnOfficerWhoIsNotThePartysToAdd(String body, int status) throws Exception {
        assertThat(call("POST", "officers", party("xb"), body).status()).isEqualTo(status);
    }

    @Test
    void operatorsNeitherAddOfficersNorGiveThemPasswords() throws Exception {
        String operator = operator();

        assertThat(call("POST", "officers", operator, "{\"username\": \"xa-spy\", \"roles\": [\"officer\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(call("POST", "officers/xa-duty-officer/password", operator, "")
                        .status())
                .isEqualTo(403);
        assertThat(call("POST", "clients/xa/secrets", operator, "{\"overlap\": \"PT0S\"}")
                        .status())
                .isEqualTo(403);
        assertThat(call("GET", "officers", operator, "").body().toString()).contains("xa-duty-officer", "xb-");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, clients",
        "GET, clients",
        "DELETE, clients/xa-fusion",
        "POST, clients/xa-fusion/secret-reset",
        "GET, suspensions",
        "PUT, suspensions",
        "GET, anything"
    })
    void aPartyMayDoNothingElse(String method, String path) throws Exception {
        assertThat(call(method, path, party("xa"), "{}").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "operations", "broker", "registry"})
    void aTokenForSomethingElseOpensNothing(String scope) throws Exception {
        String token = token("xa", ProviderFixture.secretOf("xa"), scope);

        assertThat(call("GET", "officers", token, "").status()).isEqualTo(401);
        assertThat(call("GET", "clients", token, "").status()).isEqualTo(401);
    }

    @Test
    void aSuspendedPartyGetsNothingAndIsToldSoUntilItIsLifted() throws Exception {
        String operations = token("operations", ProviderFixture.secretOf("operations"), "identity");
        String xb = party("xb");
        browser.login("xb-duty-officer", ProviderFixture.secretOf("xb-duty-officer"));
        call("PUT", "suspensions", operations, "{\"parties\": [\"xb\"]}");

        try {
            HttpResponse<String> refused = asked("xb", ProviderFixture.secretOf("xb"), "broker");
            assertThat(error(refused)).isEqualTo("unauthorized_client");
            assertThat(refused.body()).contains("the party xb is suspended");
            assertThat(call("GET", "officers", xb, "").status()).isEqualTo(401);
            assertThat(location(browser.get(AUTHORIZE))).endsWith("/login");
            assertThat(browser.login("xb-duty-officer", ProviderFixture.secretOf("xb-duty-officer"))
                            .body())
                    .contains("Your party is suspended");
            token("xa", ProviderFixture.secretOf("xa"), "broker");
            assertThat(call("GET", "suspensions", operations, "").body().toString())
                    .isEqualTo("{\"parties\":[\"xb\"]}");
        } finally {
            assertThat(call("PUT", "suspensions", operations, "{\"parties\": []}")
                            .status())
                    .isEqualTo(204);
        }
        assertThat(call("GET", "officers", xb, "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"parties\": [\"No Party\"]}", "[]"})
    void refusesSuspensionsThatAreNoList(String body) throws Exception {
        String operations = token("operations", ProviderFixture.secretOf("operations"), "identity");

        assertThat(call("PUT", "suspensions", operations, body).status()).isEqualTo(400);
    }

    @Test
    void introspectionTellsTheOwnDeskAloneAndOnlyWhileTheTokenCounts() throws Exception {
        String token = token("xa", ProviderFixture.secretOf("xa"), "desk");

        assertThat(introspected("xa", token)).isEqualTo("true");
        assertThat(introspected("xa-fusion", token)).isEqualTo("true");
        for (String other : new String[] {"xb", "operations", "gate"}) {
            assertThat(introspected(other, token)).as(other).isEqualTo("false");
        }
        assertThat(introspected("operations", token("xa", ProviderFixture.secretOf("xa"), "operations")))
                .isEqualTo("true");
        assertThat(introspected("operations", party("xa"))).isEqualTo("true");
        assertThat(introspected("xa", token("xa", ProviderFixture.secretOf("xa"), "broker")))
                .isEqualTo("false");
        assertThat(introspected("xa", "rubbish")).isEqualTo("false");
        assertThat(introspected("xa", token.substring(0, token.length() - 8) + "AAAAAAAA"))
                .isEqualTo("false");
        assertThat(browser.post("/oauth2/introspect", "xa", "wrong", Map.of("token", token))
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.post("/oauth2/introspect", Map.of("token", token)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void introspectionSaysInactiveOnceThePartyIsSuspended() throws Exception {
        String token = token("xa", ProviderFixture.secretOf("xa"), "desk");
        accounts.suspend(List.of("xa"));

        String told = introspected("xa", token);

        accounts.suspend(List.of());
        assertThat(told).isEqualTo("false");
        assertThat(introspected("xa", token)).isEqualTo("true");
    }

    private String introspected(String asking, String token) throws Exception {
        HttpResponse<String> response =
                browser.post("/oauth2/introspect", asking, ProviderFixture.secretOf(asking), Map.of("token", token));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body()).path("active").toString();
    }

    private String newClient(String id) throws Exception {
        return call(
                        "POST",
                        "clients",
                        operator(),
                        "{\"id\": \"%s\", \"party\": \"%s\", \"scopes\": [\"broker\", \"identity\"]}".formatted(id, id))
                .body()
                .path("secret")
                .asString();
    }

    private String party(String id) throws Exception {
        return token(id, ProviderFixture.secretOf(id), "identity");
    }

    private String operator() throws Exception {
        try (Browser own = new Browser(port)) {
            own.login("duty-operator", ProviderFixture.secretOf("duty-operator"));
            return accessToken(redeem(own, code(own)));
        }
    }

    private static String code(Browser loggedIn) throws Exception {
        return URLDecoder.decode(
                location(loggedIn.get(AUTHORIZE)).replaceAll(".*[?&]code=([^&]+).*", "$1"), StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> redeem(Browser loggedIn, String code) throws Exception {
        return loggedIn.post(
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "desk",
                        "code", code,
                        "redirect_uri", "http://127.0.0.1/callback",
                        "code_verifier", VERIFIER));
    }

    private HttpResponse<String> asked(String client, String secret, String scope) throws Exception {
        return browser.token(client, secret, Map.of("grant_type", "client_credentials", "scope", scope));
    }

    private String token(String client, String secret, String scope) throws Exception {
        return accessToken(asked(client, secret, scope));
    }

    private String accessToken(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body()).path("access_token").asString();
    }

    private String error(HttpResponse<String> response) {
        return json.readTree(response.body()).path("error").asString("");
    }

    private Answer call(String method, String path, String token, String body) throws Exception {
        HttpResponse<String> response = browser.send(browser.request("/api/" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
        return new Answer(response.statusCode(), json.readTree(response.body()), response);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("no redirect: " + response.body());
    }
}
