package org.heliograph.operations.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.heliograph.exchange.broker.OAuthProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said to identity, against a server that speaks as it does. */
class IdentityAskedTest {

    private static final String TOKEN = "{\"access_token\":\"of-operations\",\"expires_in\":300}";

    private final HttpServer server;
    private final List<String> asked = new ArrayList<>();
    private final IdentityCalls calls;
    private final Suspensions suspensions;
    private String tokens = "{\"clients\":[]}";
    private String held = "{\"parties\":[]}";
    private int refusal;

    IdentityAskedTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        calls = new IdentityCalls(new IdentityProperties(url("")), login());
        suspensions = new Suspensions(calls);
    }

    @BeforeEach
    void begin() {
        server.createContext("/oauth2/token", exchange -> {
            asked.add("token " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 200, TOKEN);
        });
        server.createContext("/api/suspensions", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add("%s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestHeaders().getFirst("Authorization"),
                            body));
            if (refusal != 0) {
                answer(exchange, refusal, "");
            } else if (exchange.getRequestMethod().equals("PUT")) {
                held = body;
                answer(exchange, 204, "");
            } else {
                answer(exchange, 200, held);
            }
        });
        server.createContext("/api/token-requests", exchange -> answer(exchange, 200, tokens));
        server.start();
    }

    @AfterEach
    void end() {
        calls.destroy();
        server.stop(0);
    }

    @Test
    void replacesTheWholeListWithATokenOfScopeIdentity() {
        assertThat(suspensions.bring(parties("xd", "xb"))).isTrue();

        assertThat(asked)
                .containsExactly(
                        "token grant_type=client_credentials&scope=identity",
                        "PUT Bearer of-operations {\"parties\":[\"xb\",\"xd\"]}");
        assertThat(suspensions.drift(parties("xb", "xd"))).isEmpty();
    }

    @Test
    void tellsWhatIdentityHoldsAndShouldNot() {
        held = "{\"parties\":[\"xa\"]}";

        assertThat(suspensions.drift(parties("xd"))).containsExactly("identity suspends [xa], expected [xd]");
        assertThat(suspensions.drift(parties())).containsExactly("identity suspends [xa], expected []");
    }

    @Test
    void takesARefusalAndAnAnswerWithoutAListForADifferenceAndThrowsNothing() {
        refusal = 503;
        assertThat(suspensions.bring(parties("xd"))).isFalse();
        assertThat(suspensions.drift(parties("xd")))
                .containsExactly("identity does not say whom it suspends, expected [xd]");

        refusal = 0;
        held = "{}";
        assertThat(suspensions.drift(parties("xd"))).hasSize(1);
        held = "no json";
        assertThat(suspensions.drift(parties("xd"))).hasSize(1);
    }

    @Test
    void takesAnIdentityThatIsAwayForADifference() {
        server.stop(0);

        assertThat(suspensions.bring(parties("xd"))).isFalse();
        assertThat(suspensions.drift(parties("xd"))).hasSize(1);
        assertThat(suspensions.drift(parties())).as("nobody knows").hasSize(1);
    }

    @Test
    void asksNobodyWhereNoIdentityIsKnown() {
        IdentityCalls none = new IdentityCalls(new IdentityProperties(null), login());
        Suspensions nowhere = new Suspensions(none);

        assertThat(nowhere.bring(parties("xd"))).isTrue();
        assertThat(nowhere.drift(parties("xd"))).isEmpty();
        assertThat(asked).isEmpty();
        none.destroy();
    }

    @Test
    void hearsWhoGetsTokensAndTakesSilenceForNobody() {
        TokenRequests requests = new TokenRequests(calls);
        assertThat(requests.all()).isEmpty();

        tokens = """
                {"clients": [
                  {"client": "xa", "lastGiven": "2026-11-28T09:00:00Z"},
                  {"client": "xb", "lastGiven": null, "refusedSince": "2026-11-28T09:05:00Z",
                   "lastRefused": "2026-11-28T09:06:00Z", "refusal": "SECRET"}]}""";
        assertThat(requests.all())
                .isEqualTo(Map.of(
                        "xa", new TokenRequests.Asked(Instant.parse("2026-11-28T09:00:00Z"), null, null),
                        "xb", new TokenRequests.Asked(null, Instant.parse("2026-11-28T09:05:00Z"), "SECRET")));

        tokens = "{\"clients\": [{\"client\": \"xa\", \"lastGiven\": \"soon\"}]}";
        assertThat(requests.all()).isEmpty();
        tokens = "no json";
        assertThat(requests.all()).isEmpty();
        server.stop(0);
        assertThat(requests.all()).isEmpty();
    }

    @Test
    void isToldAnAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdentityProperties(URI.create("identity:18090")))
                .withMessageStartingWith("heliograph.identity.url: expected");
    }

    private OAuthProperties login() {
        return new OAuthProperties(url("/oauth2/token"), "operations", "secret");
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static SortedSet<String> parties(String... ids) {
        return new TreeSet<>(Set.of(ids));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
