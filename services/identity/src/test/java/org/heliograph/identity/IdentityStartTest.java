package org.heliograph.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class IdentityStartTest {

    private static final String HASH = ProviderFixture.hashOf("xa");

    @TempDir
    Path folder;

    private final Map<String, String> settings = new LinkedHashMap<>();

    @BeforeEach
    void aWorkingConfiguration() throws Exception {
        settings.put("issuer", ProviderFixture.ISSUER);
        settings.put("signing-key", ProviderFixture.writeKey(folder).toString());
        settings.put("clients[0].id", "xa");
        settings.put("clients[0].secret-hash", HASH);
        settings.put("clients[0].scopes", "broker");
        settings.put("officers[0].username", "duty-officer");
        settings.put("officers[0].password-hash", HASH);
        settings.put("officers[0].party", "xa");
        settings.put("officers[0].roles", "officer");
    }

    @Test
    void startsWithAWorkingConfiguration() {
        start();
    }

    @ParameterizedTest
    @CsvSource({
        "clients[0].secret-hash, plain-secret",
        "clients[0].secret-hash, {noop}plain-secret",
        "clients[0].secret-hash, {bcrypt}plain-secret",
        "officers[0].password-hash, plain-secret",
        "officers[0].password-hash, {noop}plain-secret"
    })
    void secretsInClearStopTheStartAndAreNotPrinted(String property, String secret, CapturedOutput output) {
        settings.put(property, secret);

        assertThatThrownBy(this::start).hasStackTraceContaining("expected a hash");
        assertThat(output)
                .contains(property.substring(property.indexOf('.') + 1))
                .doesNotContain("plain-secret");
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, ftp://127.0.0.1, issuer",
        "issuer, http://127.0.0.1:19000/, issuer",
        "token-lifetime, 2h, token-lifetime",
        "desk-redirect-uris[0], http://example.org/callback, desk-redirect-uris",
        "allowed-origins[0], *, allowed-origins",
        "clients[0].id, XA, clients[].id",
        "clients[0].id, desk, clients",
        "clients[0].id, broker, clients[].id",
        "clients[0].scopes, desk, party",
        "clients[0].roles, admin, roles",
        "officers[0].username, xa, officers",
        "officers[0].roles, 'officer,operator', roles"
    })
    void wrongSettingsStopTheStartWithTheNameOfTheProperty(
            String property, String value, String named, CapturedOutput output) {
        settings.put(property, value);

        assertThatThrownBy(this::start);
        assertThat(output).containsPattern("heliograph\\.identity\\.\\S*" + Pattern.quote(named) + ": expected");
    }

    @Test
    void aMissingKeyFileStopsTheStartWithOneClearDescription(CapturedOutput output) {
        settings.put("signing-key", folder.resolve("nothing.jwks").toString());

        assertThatThrownBy(this::start);
        assertThat(output)
                .contains("heliograph.identity.signing-key: expected a private JWKS")
                .contains("nothing.jwks, but it does not exist")
                .doesNotContain("at org.springframework");
    }

    @Test
    void aPublicKeyFileStopsTheStart(CapturedOutput output) throws Exception {
        Path file = Path.of(settings.getOrDefault("signing-key", ""));
        Files.writeString(file, JWKSet.load(file.toFile()).toString(true));

        assertThatThrownBy(this::start);
        assertThat(output).contains("not every key is a private P-256 key");
    }

    private void start() {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--spring.main.banner-mode=off"));
        settings.forEach((name, value) -> arguments.add("--heliograph.identity." + name + "=" + value));
        SpringApplication.run(IdentityApplication.class, arguments.toArray(String[]::new))
                .close();
    }
}
