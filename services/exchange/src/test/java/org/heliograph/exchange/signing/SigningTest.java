package org.heliograph.exchange.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.Samples;
import org.heliograph.exchange.signing.Verification.Invalid;
import org.heliograph.exchange.signing.Verification.Reason;
import org.heliograph.exchange.signing.Verification.Valid;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningTest {

    private final ECKey iom = key("iom-1");
    private final ECKey xb = key("xb-1");
    private final EventVerifier verifier =
            new EventVerifier(Map.of("iom", new JWKSet(iom.toPublicJWK()), "xb", new JWKSet(xb.toPublicJWK())));
    private final byte[] binary = AvroBinary.encode(Samples.alert());
    private final String fingerprint = EventSchemas.fingerprint(EventSchemas.of(AlertRoute.class));
    private final SignedContent content = SignedContent.of(Samples.envelope(Tlp.GREEN), fingerprint, binary);

    @Test
    void acceptsTheOriginatorsOwnSignature() {
        assertThat(verifier.verify(content, new EventSigner(iom).sign(content))).isEqualTo(new Valid("iom-1"));
    }

    @Test
    void signsTheStatedLines() {
        assertThat(new String(content.payload(), StandardCharsets.UTF_8).lines())
                .startsWith(
                        "heliograph-event-v1",
                        "iom",
                        "00000000-0000-4000-8000-000000000001",
                        "exercise:00000000-0000-4000-8000-0000000000aa",
                        fingerprint)
                .hasSize(6);
    }

    @Test
    void isDetachedAndNamesItsKey() throws Exception {
        String[] parts = new EventSigner(iom).sign(content).split("\\.", -1);

        assertThat(parts).hasSize(3);
        assertThat(parts[1]).isEmpty();
        assertThat(new Base64URL(parts[0]).decodeToString())
                .contains("\"alg\":\"ES256\"")
                .contains("\"kid\":\"iom-1\"");
    }

    @Test
    void refusesChangedBytesSchemaOriginatorEventAndCase() {
        String signature = new EventSigner(iom).sign(content);
        byte[] changed = binary.clone();
        changed[changed.length - 1] ^= 1;

        assertMismatch(SignedContent.of(Samples.envelope(Tlp.GREEN), fingerprint, changed), signature);
        assertMismatch(
                new SignedContent("iom", content.eventId(), content.contextId(), "0", content.binaryHash()), signature);
        assertMismatch(
                new SignedContent("iom", "other", content.contextId(), fingerprint, content.binaryHash()), signature);
        assertMismatch(
                new SignedContent("iom", content.eventId(), "other", fingerprint, content.binaryHash()), signature);
        assertThat(verifier.verify(
                        new SignedContent(
                                "xb", content.eventId(), content.contextId(), fingerprint, content.binaryHash()),
                        signature))
                .isEqualTo(new Invalid(Reason.UNKNOWN_KEY));
    }

    @Test
    void refusesAnotherPartysKeyEvenUnderTheRightKeyId() {
        ECKey pretender = new ECKey.Builder(xb).keyID("iom-1").build();

        assertThat(verifier.verify(content, new EventSigner(xb).sign(content)))
                .isEqualTo(new Invalid(Reason.UNKNOWN_KEY));
        assertMismatch(content, new EventSigner(pretender).sign(content));
    }

    @Test
    void ignoresAKeyInsideTheSignature() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID("iom-1")
                .jwk(xb.toPublicJWK())
                .build();
        var jws = new JWSObject(header, new Payload(content.payload()));
        jws.sign(new ECDSASigner(xb));

        assertMismatch(content, jws.serialize(true));
    }

    @Test
    void refusesOtherAlgorithmsAndGarbage() {
        String none = Base64URL.encode("{\"alg\":\"none\",\"kid\":\"iom-1\"}") + "..";
        String hmac = Base64URL.encode("{\"alg\":\"HS256\",\"kid\":\"iom-1\"}") + ".." + Base64URL.encode("x");

        assertThat(verifier.verify(content, none)).isEqualTo(new Invalid(Reason.NOT_DETACHED_JWS));
        assertThat(verifier.verify(content, hmac)).isEqualTo(new Invalid(Reason.UNSUPPORTED_HEADER));
        assertThat(verifier.verify(content, "")).isInstanceOf(Invalid.class);
        assertThat(verifier.verify(content, "...")).isInstanceOf(Invalid.class);
        assertThat(verifier.verify(content, "\u0000..\uffff")).isInstanceOf(Invalid.class);
        assertThat(verifier.verify(content, "a..".repeat(100_000))).isEqualTo(new Invalid(Reason.NOT_DETACHED_JWS));
    }

    @Test
    void readsItsKeyFromAFileAndNeverQuotesIt(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("iom.jwk"), iom.toJSONString());
        Path open = Files.writeString(
                folder.resolve("public.jwk"), iom.toPublicJWK().toJSONString());

        assertThat(verifier.verify(content, EventSigner.ofFile(file).sign(content)))
                .isInstanceOf(Valid.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventSigner.ofFile(open))
                .withMessageContaining("private EC key on P-256")
                .withMessageNotContaining(iom.getX().toString());
    }

    private void assertMismatch(SignedContent other, String signature) {
        assertThat(verifier.verify(other, signature)).isEqualTo(new Invalid(Reason.MISMATCH));
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
