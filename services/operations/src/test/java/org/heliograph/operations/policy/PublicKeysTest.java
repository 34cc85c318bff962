package org.heliograph.operations.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.sharing.policy.InvalidPolicyException;
import org.heliograph.sharing.policy.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicKeysTest {

    private static final Set<String> PARTIES = Set.of("xa", "xb");

    @TempDir
    private Path directory;

    @Test
    void readsEveryKeyOfEveryParty() throws Exception {
        write(
                "xa",
                key(Curve.P_256, "xa-1").toPublicJWK(),
                key(Curve.P_256, "xa-2").toPublicJWK());
        write("xb", key(Curve.P_256, "xb-1").toPublicJWK());

        assertThat(PublicKeys.read(directory, PARTIES))
                .extracting(SigningKey::party, SigningKey::kid)
                .containsExactlyInAnyOrder(tuple("xa", "xa-1"), tuple("xa", "xa-2"), tuple("xb", "xb-1"));
    }

    @Test
    void readsTheEndOfAKeyApartFromTheKeyItself() throws Exception {
        ECKey endless = key(Curve.P_256, "xa-1");
        Instant end = Instant.parse("2026-03-08T09:00:00Z");
        write(
                "xa",
                new ECKey.Builder(endless.toPublicJWK())
                        .expirationTime(Date.from(end))
                        .build());
        write("xb", endless.toPublicJWK());

        List<SigningKey> keys = PublicKeys.read(directory, PARTIES);

        assertThat(keys).extracting(SigningKey::until).containsExactly(Optional.of(end), Optional.empty());
        assertThat(keys)
                .extracting(SigningKey::jwk)
                .containsExactly(keys.getLast().jwk(), endless.toPublicJWK().toJSONString());
    }

    @Test
    void leavesKeysOfOthersAloneAndPartiesWithoutKeysOut() throws Exception {
        write("identity", key(Curve.P_256, "identity-1").toPublicJWK());

        assertThat(PublicKeys.read(directory, PARTIES)).isEmpty();
    }

    @Test
    void refusesAPrivateKeyWhoeverOwnsItAndDoesNotRepeatIt() throws Exception {
        ECKey secret = key(Curve.P_256, "identity-1");
        write("identity", secret);

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> PublicKeys.read(directory, PARTIES))
                .withMessageContaining("identity.jwks: found a private key")
                .withMessageNotContaining(secret.getD().toString());
    }

    @Test
    void namesEveryFaultOfEveryFile() throws Exception {
        write("xa", key(Curve.P_384, "xa-1").toPublicJWK());
        write(
                "xb",
                key(Curve.P_256, "same").toPublicJWK(),
                key(Curve.P_256, "same").toPublicJWK());
        Files.writeString(directory.resolve("xc.jwks"), "not a key set");

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> PublicKeys.read(directory, PARTIES))
                .satisfies(invalid -> assertThat(invalid.errors())
                        .satisfiesExactly(
                                first -> assertThat(first).startsWith("xa.jwks").contains("expected EC P-256"),
                                second ->
                                        assertThat(second).startsWith("xb.jwks").contains("key id same"),
                                third -> assertThat(third).startsWith("xc.jwks").contains("expected a JWK set")));
    }

    private void write(String owner, JWK... keys) throws IOException {
        Files.writeString(directory.resolve(owner + ".jwks"), new JWKSet(List.of(keys)).toString(false));
    }

    private static ECKey key(Curve curve, String kid) throws JOSEException {
        return new ECKeyGenerator(curve).keyID(kid).generate();
    }
}
