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

    @TempDir
    Path folder;

    private final Map<String, String> settings = new LinkedHashMap<>();

    @BeforeEach
    void aWorkingConfiguration() throws Exception {
        settings.put("issuer", ProviderFixture.ISSUER);
        settings.put("signing-key", ProviderFixture.writeKey(folder).toString());
        settings.put("accounts", ProviderFixture.writeAccounts(folder).toString());
    }

    @Test
    void startsWithAWorkingConfiguration() {
        start();
    }

    @Test
    void anAccountThatCannotBeReadStopsTheStartWithOneClearDescription(CapturedOutput output) throws Exception {
        Path file = folder.resolve("accounts/clients/xa.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\\{bcrypt}[^\"]*", "plain-secret"));

        assertThatThrownBy(this::start);
        assertThat(output)
                .contains("xa.json: secrets[0].hash: expected a hash")
                .doesNotContain("plain-secret")
                .doesNotContain("at org.springframework");
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, ftp://127.0.0.1, issuer",
        "issuer, http://127.0.0.1:19000/, issuer",
        "token-lifetime, 2h, token-lifetime",
        "desk-redirect-uris[0], http://example.org/callback, desk-redirect-uris",
        "desk-signed-out-uris[0], http://example.org/signed-out, desk-signed-out-uris",
        "allowed-origins[0], *, allowed-origins"
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
