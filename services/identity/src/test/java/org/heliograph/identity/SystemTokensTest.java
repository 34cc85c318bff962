package org.heliograph.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SystemTokensTest {

    @TempDir
    static Path folder;

    private final JsonMapper json = new JsonMapper();
    private final Browser browser;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) throws Exception {
        ProviderFixture.register(registry, folder);
    }

    SystemTokensTest(@LocalServerPort int port) {
        browser = new Browser(port);
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void brokerTokenCarriesThePrincipalAndNoRoles() throws Exception {
        JWTClaimsSet claims = claims(tokenFor("xa", "broker"));

        assertThat(claims.getAudience()).containsExactly("heliograph-broker");
        assertThat(claims.getStringClaim("kafka_principal")).isEqualTo("xa");
        assertThat(claims.getSubject()).isEqualTo("xa");
        assertThat(claims.getIssuer()).isEqualTo(ProviderFixture.ISSUER);
        assertThat(claims.getClaims()).doesNotContainKeys("roles", "party");
    }

    @Test
    void accessTokenLivesFiveMinutes() throws Exception {
        JWTClaimsSet claims = claims(tokenFor("xa", "broker"));

        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void registryTokenMayOnlyReadUnlessConfiguredOtherwise() throws Exception {
        JWTClaimsSet reader = claims(tokenFor("xa", "registry"));
        JWTClaimsSet admin = claims(tokenFor("operations", "registry"));

        assertThat(reader.getAudience()).containsExactly("heliograph-registry");
        assertThat(reader.getStringListClaim("roles")).containsExactly("registry-reader");
        assertThat(reader.getClaims()).doesNotContainKey("kafka_principal");
        assertThat(admin.getStringListClaim("roles")).containsExactly("registry-admin");
    }

    @Test
    void deskTokenIsForTheDeskOfTheOwnParty() throws Exception {
        JWTClaimsSet claims = claims(tokenFor("xa", "desk"));

        assertThat(claims.getAudience()).containsExactly("heliograph-desk-xa");
        assertThat(claims.getStringClaim("party")).isEqualTo("xa");
        assertThat(claims.getStringListClaim("roles")).containsExactly("system");
        assertThat(claims.getClaims()).doesNotContainKey("kafka_principal");
    }

    @Test
    void gateTokenIsForPreviewsOfTheOwnPartyAndNoPrincipal() throws Exception {
        JWTClaimsSet claims = claims(tokenFor("xa", "gate"));

        assertThat(claims.getAudience()).containsExactly("heliograph-gate");
        assertThat(claims.getStringClaim("party")).isEqualTo("xa");
        assertThat(claims.getStringListClaim("roles")).containsExactly("party");
        assertThat(claims.getClaims()).doesNotContainKey("kafka_principal");
        assertThat(error(tokenFor("gate", "gate"))).isEqualTo("invalid_scope");
    }

    @Test
    void tokensVerifyAgainstThePublishedKeysWhichHoldNoPrivatePart() throws Exception {
        SignedJWT token = SignedJWT.parse(accessToken(tokenFor("xa", "broker")));

        String published = browser.get("/oauth2/jwks").body();
        JWKSet keys = JWKSet.parse(published);
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(token.verify(new ECDSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey())))
                .isTrue();
        assertThat(published).doesNotContain("\"d\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"broker registry", "broker desk", "desk gate", "broker registry desk", "admin", "openid", ""})
    void refusesWhatWouldNotHaveExactlyOneKnownAudience(String scope) throws Exception {
        HttpResponse<String> response = tokenFor("xa", scope);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(error(response)).isEqualTo("invalid_scope");
    }

    @Test
    void refusesAScopeOfAnotherClient() throws Exception {
        assertThat(error(tokenFor("operations", "desk"))).isEqualTo("invalid_scope");
    }

    @Test
    void refusesARequestWithoutAnyScope() throws Exception {
        HttpResponse<String> response =
                browser.token("xa", ProviderFixture.secretOf("xa"), Map.of("grant_type", "client_credentials"));

        assertThat(error(response)).isEqualTo("invalid_scope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "Secret-Of-xa", "{noop}secret-of-xa"})
    void refusesAWrongSecret(String secret) throws Exception {
        HttpResponse<String> response =
                browser.token("xa", secret, Map.of("grant_type", "client_credentials", "scope", "broker"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).doesNotContain("access_token");
    }

    @Test
    void refusesSystemsThatAskAsThePublicClient() throws Exception {
        HttpResponse<String> response = browser.post(
                "/oauth2/token", Map.of("grant_type", "client_credentials", "client_id", "desk", "scope", "desk"));

        assertThat(response.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(response.body()).doesNotContain("access_token");
    }

    @Test
    void discoveryNamesOnlyWhatExists() throws Exception {
        JsonNode discovery =
                json.readTree(browser.get("/.well-known/openid-configuration").body());

        assertThat(discovery.get("issuer").asString()).isEqualTo(ProviderFixture.ISSUER);
        assertThat(discovery.get("jwks_uri").asString()).isEqualTo(ProviderFixture.ISSUER + "/oauth2/jwks");
        assertThat(discovery.get("id_token_signing_alg_values_supported").toString())
                .isEqualTo("[\"ES256\"]");
        assertThat(discovery.propertyNames())
                .contains("introspection_endpoint")
                .doesNotContain("userinfo_endpoint", "revocation_endpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void healthIsOpen(String path) throws Exception {
        assertThat(browser.send(browser.request(path)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/actuator",
                "/actuator/env",
                "/actuator/health/db/detail",
                "/anything",
                "/userinfo",
                "/oauth2/introspect",
                "/oauth2/revoke"
            })
    void everythingElseIsDenied(String path) throws Exception {
        assertThat(browser.get(path).statusCode()).isIn(401, 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/revoke",
                "/oauth2/par",
                "/oauth2/device_authorization",
                "/oauth2/register",
                "/connect/register",
                "/userinfo"
            })
    void systemsReachTheEndpointsForTokensAndNothingElse(String path) throws Exception {
        String token = accessToken(tokenFor("xa", "broker"));

        HttpResponse<String> response =
                browser.post(path, "xa", ProviderFixture.secretOf("xa"), Map.of("token", token));

        assertThat(response.statusCode()).isIn(401, 403);
    }

    @Test
    void onlyConfiguredOriginsMayCallTheTokenEndpoint() throws Exception {
        HttpResponse<String> known = preflight(ProviderFixture.ORIGIN, "/oauth2/token");
        HttpResponse<String> foreign = preflight("http://evil.example", "/oauth2/token");
        HttpResponse<String> login = preflight(ProviderFixture.ORIGIN, "/login");

        assertThat(known.headers().firstValue("Access-Control-Allow-Origin")).contains(ProviderFixture.ORIGIN);
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(login.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    private HttpResponse<String> preflight(String origin, String path) throws Exception {
        return browser.send(browser.request(path)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    }

    private HttpResponse<String> tokenFor(String client, String scope) throws Exception {
        return browser.token(
                client, ProviderFixture.secretOf(client), Map.of("grant_type", "client_credentials", "scope", scope));
    }

    private JWTClaimsSet claims(HttpResponse<String> response) throws Exception {
        return SignedJWT.parse(accessToken(response)).getJWTClaimsSet();
    }

    private String accessToken(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode body = json.readTree(response.body());
        assertThat(body.has("refresh_token")).isFalse();
        return body.get("access_token").asString();
    }

    private String error(HttpResponse<String> response) {
        return json.readTree(response.body()).get("error").asString();
    }
}
