package org.heliograph.exchange.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
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
import java.security.Provider;
import java.util.List;
import java.util.Map;
import org.conscrypt.Conscrypt;
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
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The same with BoringSSL and with the JDK alone. */
@ParameterizedClass
@MethodSource("providers")
class SigningTest {

    private final Provider provider;
    private final ECKey iom = key("iom-1");
    private final ECKey xb = key("xb-1");
    private final EventVerifier verifier;
    private final byte[] binary = AvroBinary.encode(Samples.alert());
    private final String fingerprint = EventSchemas.fingerprint(EventSchemas.of(AlertRoute.class));
    private final SignedContent content = SignedContent.of(Samples.envelope(Tlp.GREEN), fingerprint, binary);

    SigningTest(Provider provider) {
        this.provider = provider;
        this.verifier = verifierBy(provider);
    }

    static List<Provider> providers() {
        return List.of(Conscrypt.newProviderBuilder().build(), SignatureProvider.jdk());
    }

    @Test
    void acceptsTheOriginatorsOwnSignature() {
        assertThat(verifier.verify(content, signer(iom).sign(content))).isEqualTo(new Valid("iom-1"));
    }

    @Test
    void acceptsWhatWasSignedOnAnotherPlatform() {
        for (Provider other : providers()) {
            assertThat(verifier.verify(content, new EventSigner(iom, other).sign(content)))
                    .isEqualTo(new Valid("iom-1"));
        }
    }

    @Test
    void acceptsAHeaderThatIsWrittenInAnotherWay() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JOSE)
                .keyID("iom-1")
                .build();
        var jws = new JWSObject(header, new Payload(content.payload()));
        jws.sign(new ECDSASigner(iom));

        assertThat(verifier.verify(content, jws.serialize(true))).isEqualTo(new Valid("iom-1"));
    }

    @Test
    void refusesAPayloadWithinTheSignature() throws JOSEException {
        var jws = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("iom-1").build(), new Payload(content.payload()));
        jws.sign(new ECDSASigner(iom));

        assertThat(verifier.verify(content, jws.serialize())).isEqualTo(new Invalid(Reason.NOT_DETACHED_JWS));
        assertThat(verifier.verify(content, "a." + jws.serialize(true)))
                .isEqualTo(new Invalid(Reason.NOT_DETACHED_JWS));
        assertThat(verifier.verify(content, jws.serialize(true) + ".a"))
                .isEqualTo(new Invalid(Reason.NOT_DETACHED_JWS));
    }

    @Test
    void refusesASignatureOfZeros() {
        String[] parts = signer(iom).sign(content).split("\\.", -1);

        assertMismatch(content, parts[0] + ".." + Base64URL.encode(new byte[64]));
        assertMismatch(content, parts[0] + ".." + Base64URL.encode(new byte[3]));
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
        String[] parts = signer(iom).sign(content).split("\\.", -1);

        assertThat(parts).hasSize(3);
        assertThat(parts[1]).isEmpty();
        assertThat(new Base64URL(parts[0]).decodeToString())
                .contains("\"alg\":\"ES256\"")
                .contains("\"kid\":\"iom-1\"");
    }

    @Test
    void refusesChangedBytesSchemaOriginatorEventAndCase() {
        String signature = signer(iom).sign(content);
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

        assertThat(verifier.verify(content, signer(xb).sign(content))).isEqualTo(new Invalid(Reason.UNKNOWN_KEY));
        assertMismatch(content, signer(pretender).sign(content));
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

    private EventSigner signer(ECKey key) {
        return new EventSigner(key, provider);
    }

    private EventVerifier verifierBy(Provider chosen) {
        return new EventVerifier(
                Map.of("iom", new JWKSet(iom.toPublicJWK()), "xb", new JWKSet(xb.toPublicJWK())), chosen);
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
