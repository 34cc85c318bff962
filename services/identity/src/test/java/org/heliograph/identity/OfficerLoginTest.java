package org.heliograph.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OfficerLoginTest {

    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-standard-0123456789";
    private static final String CALLBACK = "http://127.0.0.1:54321/callback";

    @TempDir
    static Path folder;

    private final JsonMapper json = new JsonMapper();
    private final Browser browser;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) throws Exception {
        ProviderFixture.register(registry, folder);
    }

    OfficerLoginTest(@LocalServerPort int port) {
        browser = new Browser(port);
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void officerGetsATokenForTheOwnDeskThatIsNoKafkaPrincipal() throws Exception {
        JsonNode tokens = login("xa-duty-officer", authorization("openid desk"), CALLBACK);

        JWTClaimsSet access = claims(tokens, "access_token");
        assertThat(access.getAudience()).containsExactly("heliograph-desk-xa");
        assertThat(access.getStringClaim("party")).isEqualTo("xa");
        assertThat(access.getStringListClaim("roles")).containsExactly("officer");
        assertThat(access.getSubject()).isEqualTo("xa-duty-officer");
        assertThat(access.getClaims()).doesNotContainKey("kafka_principal");
        assertThat(tokens.has("refresh_token")).isFalse();
    }

    @Test
    void idTokenIsForTheClientAloneAndCarriesNoAuthority() throws Exception {
        JsonNode tokens = login("xa-duty-officer", authorization("openid desk"), CALLBACK);

        JWTClaimsSet id = claims(tokens, "id_token");
        assertThat(id.getAudience()).containsExactly("desk");
        assertThat(id.getClaims()).doesNotContainKeys("kafka_principal", "party", "roles");
        assertThat(SignedJWT.parse(tokens.get("id_token").asString())
                        .getHeader()
                        .getAlgorithm()
                        .getName())
                .isEqualTo("ES256");
    }

    @Test
    void operatorGetsATokenForOperationsOnly() throws Exception {
        JsonNode tokens = login("duty-operator", authorization("openid desk"), CALLBACK);

        JWTClaimsSet access = claims(tokens, "access_token");
        assertThat(access.getAudience()).containsExactly("heliograph-operations");
        assertThat(access.getStringListClaim("roles")).containsExactly("operator");
        assertThat(access.getClaims()).doesNotContainKey("kafka_principal");
    }

    @Test
    void swaggerPageMayReceiveTheCode() throws Exception {
        Map<String, String> request = authorization("desk");
        request.put("redirect_uri", ProviderFixture.SWAGGER);

        JsonNode tokens = login("xa-duty-officer", request, ProviderFixture.SWAGGER);

        assertThat(tokens.has("access_token")).isTrue();
        assertThat(tokens.has("id_token")).isFalse();
    }

    @Test
    void refusesALoginWithoutPkce() throws Exception {
        Map<String, String> request = authorization("openid desk");
        request.remove("code_challenge");
        request.remove("code_challenge_method");
        browser.login("xa-duty-officer", ProviderFixture.secretOf("xa-duty-officer"));

        assertThat(parameter(authorize(request), "error")).isEqualTo("invalid_request");
    }

    @Test
    void refusesThePlainChallenge() throws Exception {
        Map<String, String> request = authorization("openid desk");
        request.put("code_challenge", VERIFIER);
        request.put("code_challenge_method", "plain");
        browser.login("xa-duty-officer", ProviderFixture.secretOf("xa-duty-officer"));

        assertThat(parameter(authorize(request), "error")).isEqualTo("invalid_request");
    }

    @Test
    void refusesTheWrongVerifier() throws Exception {
        String code = code("xa-duty-officer", authorization("openid desk"));

        HttpResponse<String> response = redeem(code, CALLBACK, "another-verifier-that-is-long-enough-0123456789abc");

        assertThat(error(response)).isEqualTo("invalid_grant");
    }

    @Test
    void aCodeWorksOnce() throws Exception {
        String code = code("xa-duty-officer", authorization("openid desk"));

        assertThat(redeem(code, CALLBACK, VERIFIER).statusCode()).isEqualTo(200);
        assertThat(error(redeem(code, CALLBACK, VERIFIER))).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid", "broker", "openid broker", "desk broker", "registry"})
    void officersCannotAskForTheScopesOfSystems(String scope) throws Exception {
        browser.login("xa-duty-officer", ProviderFixture.secretOf("xa-duty-officer"));

        assertThat(parameter(authorize(authorization(scope)), "error")).isEqualTo("invalid_scope");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example/callback",
                "http://127.0.0.1:54321/elsewhere",
                "http://localhost:54321/callback",
                "http://127.0.0.1.evil.example/callback"
            })
    void sendsNoCodeToAnUnknownAddress(String redirect) throws Exception {
        Map<String, String> request = authorization("openid desk");
        request.put("redirect_uri", redirect);
        browser.login("xa-duty-officer", ProviderFixture.secretOf("xa-duty-officer"));

        HttpResponse<String> response = authorize(request);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void refusesAWrongPasswordAndTheHashItself() throws Exception {
        for (String password : new String[] {"wrong", "", ProviderFixture.hashOf("xa-duty-officer")}) {
            assertThat(location(browser.login("xa-duty-officer", password))).endsWith("/login?error");
        }
        assertThat(location(authorize(authorization("openid desk")))).endsWith("/login");
    }

    @Test
    void aClientsSecretIsNoLogin() throws Exception {
        assertThat(location(browser.login("xa", ProviderFixture.secretOf("xa"))))
                .endsWith("/login?error");
    }

    private Map<String, String> authorization(String scope) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        Map<String, String> request = new LinkedHashMap<>();
        request.put("response_type", "code");
        request.put("client_id", "desk");
        request.put("scope", scope);
        request.put("state", "some-state");
        request.put("redirect_uri", CALLBACK);
        request.put("code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        request.put("code_challenge_method", "S256");
        return request;
    }

    private HttpResponse<String> authorize(Map<String, String> request) throws Exception {
        return browser.get("/oauth2/authorize?" + Browser.query(request));
    }

    private JsonNode login(String username, Map<String, String> request, String redirect) throws Exception {
        HttpResponse<String> response = redeem(code(username, request), redirect, VERIFIER);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body());
    }

    private String code(String username, Map<String, String> request) throws Exception {
        assertThat(location(authorize(request))).endsWith("/login");
        String back = location(browser.login(username, ProviderFixture.secretOf(username)));
        URI saved = URI.create(back);
        return parameter(browser.get(saved.getRawPath() + "?" + saved.getRawQuery()), "code");
    }

    private HttpResponse<String> redeem(String code, String redirect, String verifier) throws Exception {
        return browser.post(
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "desk",
                        "code", code,
                        "redirect_uri", redirect,
                        "code_verifier", verifier));
    }

    private static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response + response.body()));
    }

    private static String parameter(HttpResponse<String> response, String name) {
        return Objects.requireNonNull(
                UriComponentsBuilder.fromUriString(location(response))
                        .build()
                        .getQueryParams()
                        .getFirst(name),
                location(response));
    }

    private static JWTClaimsSet claims(JsonNode tokens, String name) throws Exception {
        return SignedJWT.parse(tokens.get(name).asString()).getJWTClaimsSet();
    }

    private String error(HttpResponse<String> response) {
        return json.readTree(response.body()).get("error").asString();
    }
}
