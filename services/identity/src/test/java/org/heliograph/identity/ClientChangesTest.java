package org.heliograph.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import org.heliograph.identity.accounts.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Systems come and go, and get new secrets. */
@ExtendWith(OutputCaptureExtension.class)
class ClientChangesTest extends ChangingProvider {

    ClientChangesTest(@LocalServerPort int port, @Autowired Accounts accounts) {
        super(port, accounts);
    }

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
    @CsvSource(delimiter = '|', textBlock = """
                    {"id": "xa", "party": "xa", "scopes": ["broker"]}                   | 409 | is taken
                    {"id": "xa-duty-officer", "party": "xa", "scopes": ["broker"]}      | 409 | is taken
                    {"id": "xa-spy", "party": "xa", "scopes": ["desk"]}                 | 400 | [broker, registry] for
                    {"id": "broker", "party": "xa", "scopes": ["broker"]}               | 400 | id: expected a name
                    {"id": "XE", "party": "xe", "scopes": ["broker"]}                   | 400 | id: expected lower-case
                    {"id": "xe", "party": "xe", "scopes": ["moon"]}                     | 400 | scopes: expected some of
                    {"id": "xe", "scopes": ["broker"]}                                  | 400 | expected all three
                    {"id": "xe", "party": "xe", "scopes": ["broker"], "secret": "s"}    | 400 | secret: expected a field
                    rubbish                                                             | 400 | expected one JSON object
                    """)
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
}
