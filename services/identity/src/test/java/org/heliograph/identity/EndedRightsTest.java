package org.heliograph.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.heliograph.identity.accounts.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was issued to those who may no longer act. */
class EndedRightsTest extends ChangingProvider {

    EndedRightsTest(@LocalServerPort int port, @Autowired Accounts accounts) {
        super(port, accounts);
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
}
