package org.heliograph.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.heliograph.identity.accounts.Accounts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What operations can know of systems that ask for tokens. */
class TokenRequestsTest extends ChangingProvider {

    TokenRequestsTest(@LocalServerPort int port, @Autowired Accounts accounts) {
        super(port, accounts);
    }

    @Test
    void tellWhoIsRefusedSinceWhenAndForgetItOnceATokenIsGiven() throws Exception {
        String operations = token("operations", ProviderFixture.secretOf("operations"), "identity");
        token("xb", ProviderFixture.secretOf("xb"), "broker");
        JsonNode well = of("xb", operations);
        assertThat(well.path("lastGiven").isString()).isTrue();
        assertThat(well.path("refusedSince").isString()).isFalse();

        assertThat(error(asked("xb", "one that has ended", "broker"))).isEqualTo("invalid_client");
        JsonNode once = of("xb", operations);
        assertThat(error(asked("xb", "one that has ended", "broker"))).isEqualTo("invalid_client");
        JsonNode twice = of("xb", operations);

        assertThat(twice.path("refusal").asString("")).isEqualTo("SECRET");
        assertThat(twice.path("lastGiven")).isEqualTo(well.path("lastGiven"));
        assertThat(twice.path("refusedSince")).isEqualTo(once.path("refusedSince"));
        assertThat(instant(twice, "lastRefused")).isAfterOrEqualTo(instant(once, "lastRefused"));

        token("xb", ProviderFixture.secretOf("xb"), "registry");
        assertThat(of("xb", operations).path("refusedSince").isString()).isFalse();
    }

    @Test
    void tellOfASuspendedParty() throws Exception {
        String operations = token("operations", ProviderFixture.secretOf("operations"), "identity");
        accounts.suspend(List.of("xb"));
        try {
            assertThat(error(asked("xb", ProviderFixture.secretOf("xb"), "broker")))
                    .isEqualTo("unauthorized_client");
            assertThat(of("xb", operations).path("refusal").asString("")).isEqualTo("SUSPENDED");
        } finally {
            accounts.suspend(List.of());
        }
    }

    @Test
    void knowNoNamesThatAreNoAccounts() throws Exception {
        String operations = token("operations", ProviderFixture.secretOf("operations"), "identity");

        assertThat(error(asked("nobody-at-all", "guess", "broker"))).isEqualTo("invalid_client");

        assertThat(of("nobody-at-all", operations).isMissingNode()).isTrue();
    }

    @Test
    void areForOperationsAlone() throws Exception {
        assertThat(call("GET", "token-requests", party("xb"), "").status()).isEqualTo(403);
        assertThat(call("GET", "token-requests", operator(), "").status()).isEqualTo(403);
    }

    private JsonNode of(String client, String operations) throws Exception {
        for (JsonNode one : call("GET", "token-requests", operations, "").body().path("clients")) {
            if (one.path("client").asString("").equals(client)) {
                return one;
            }
        }
        return json.missingNode();
    }

    private static Instant instant(JsonNode one, String field) {
        return Instant.parse(one.path(field).asString(""));
    }
}
