package org.heliograph.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.heliograph.identity.accounts.Accounts;
import org.heliograph.identity.accounts.Officer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People come and go, and get new passwords. */
class OfficerChangesTest extends ChangingProvider {

    OfficerChangesTest(@LocalServerPort int port, @Autowired Accounts accounts) {
        super(port, accounts);
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
}
