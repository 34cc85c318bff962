package org.heliograph.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.heliograph.identity.accounts.Accounts;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The provider of the fixture, started once for all tests that change accounts. Each leaves the accounts of the fixture
 * as they were, and works on names of its own otherwise.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class ChangingProvider {

    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-standard-0123456789";
    static final String AUTHORIZE = "/oauth2/authorize?response_type=code&client_id=desk&scope=desk"
            + "&redirect_uri=http://127.0.0.1/callback&code_challenge_method=S256"
            + "&code_challenge=TklMeVooZjbHjWLoYsO_8TlVcFAO2QGJj-D0QCA1u2w";

    final JsonMapper json = new JsonMapper();
    final Browser browser;
    final Accounts accounts;
    private final int port;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "accounts");
        ProviderFixture.register(registry, folder);
    }

    ChangingProvider(int port, Accounts accounts) {
        this.port = port;
        this.browser = new Browser(port);
        this.accounts = accounts;
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    record Answer(int status, JsonNode body, HttpResponse<String> response) {}

    String party(String id) throws Exception {
        return token(id, ProviderFixture.secretOf(id), "identity");
    }

    String operator() throws Exception {
        try (Browser own = new Browser(port)) {
            own.login("duty-operator", ProviderFixture.secretOf("duty-operator"));
            return accessToken(redeem(own, code(own)));
        }
    }

    static String code(Browser loggedIn) throws Exception {
        return URLDecoder.decode(
                location(loggedIn.get(AUTHORIZE)).replaceAll(".*[?&]code=([^&]+).*", "$1"), StandardCharsets.UTF_8);
    }

    static HttpResponse<String> redeem(Browser loggedIn, String code) throws Exception {
        return loggedIn.post(
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "desk",
                        "code", code,
                        "redirect_uri", "http://127.0.0.1/callback",
                        "code_verifier", VERIFIER));
    }

    HttpResponse<String> asked(String client, String secret, String scope) throws Exception {
        return browser.token(client, secret, Map.of("grant_type", "client_credentials", "scope", scope));
    }

    String token(String client, String secret, String scope) throws Exception {
        return accessToken(asked(client, secret, scope));
    }

    String accessToken(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body()).path("access_token").asString();
    }

    String error(HttpResponse<String> response) {
        return json.readTree(response.body()).path("error").asString("");
    }

    Answer call(String method, String path, String token, String body) throws Exception {
        HttpResponse<String> response = browser.send(browser.request("/api/" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
        return new Answer(response.statusCode(), json.readTree(response.body()), response);
    }

    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("no redirect: " + response.body());
    }
}
