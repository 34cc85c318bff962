package org.heliograph.exchange.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.text.ParseException;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.heliograph.exchange.signing.Verification.Invalid;
import org.heliograph.exchange.signing.Verification.Reason;
import org.heliograph.exchange.signing.Verification.Valid;

/**
 * Checks signatures against the public keys of the parties. A key counts only for its own party, keys inside a
 * signature's header are never looked at. Immutable; pure computation, any thread, once for each record.
 */
public final class EventVerifier {

    // ES256 signatures with header and kid take some 150 characters; nobody needs us to parse megabytes.
    private static final int LONGEST = 2_048;

    /** Between header and signature, where an attached payload would be. */
    private static final String DETACHED = "..";

    private static final Base64.Encoder PAYLOAD = Base64.getUrlEncoder().withoutPadding();

    private final Map<String, Map<String, JWSVerifier>> keys;
    private final Map<String, JWSHeader> usualHeaders = new HashMap<>();

    /**
     * @param keysByParty party id to its public keys, each EC on P-256 with a kid
     * @throws IllegalArgumentException if a key is of another kind or has no kid; the message names party and kid
     */
    public EventVerifier(Map<String, JWKSet> keysByParty) {
        this(keysByParty, SignatureProvider.get());
    }

    EventVerifier(Map<String, JWKSet> keysByParty, Provider provider) {
        Map<String, Map<String, JWSVerifier>> byParty = new HashMap<>();
        keysByParty.forEach((party, set) -> byParty.put(party, verifiers(party, set, provider)));
        this.keys = Collections.unmodifiableMap(byParty);
        byParty.values().stream().flatMap(ids -> ids.keySet().stream()).forEach(id -> {
            // What our own signer writes; it need not be parsed for each event.
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(id).build();
            usualHeaders.put(header.toBase64URL().toString(), header);
        });
    }

    /**
     * Checks a detached JWS over this content by a key of {@code content.originatorParty()}.
     *
     * @param signature what the sender wrote; may be anything
     */
    public Verification verify(SignedContent content, String signature) {
        int end = signature.indexOf(DETACHED);
        String proof = end < 0 ? "" : signature.substring(end + DETACHED.length());
        if (signature.length() > LONGEST
                || proof.isBlank()
                || proof.indexOf('.') >= 0
                || signature.indexOf('.') != end) {
            return new Invalid(Reason.NOT_DETACHED_JWS);
        }
        String written = signature.substring(0, end);
        JWSHeader header;
        try {
            header = header(written);
        } catch (ParseException | RuntimeException e) {
            return new Invalid(Reason.NOT_DETACHED_JWS);
        }
        if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())
                || header.getCriticalParams() != null
                || !header.isBase64URLEncodePayload()) {
            return new Invalid(Reason.UNSUPPORTED_HEADER);
        }
        String keyId = header.getKeyID();
        JWSVerifier verifier = keyId == null
                ? null
                : keys.getOrDefault(content.originatorParty(), Map.of()).get(keyId);
        if (keyId == null || verifier == null) {
            return new Invalid(Reason.UNKNOWN_KEY);
        }
        byte[] signed = (written + '.' + PAYLOAD.encodeToString(content.payload())).getBytes(StandardCharsets.UTF_8);
        return matches(verifier, header, signed, proof) ? new Valid(keyId) : new Invalid(Reason.MISMATCH);
    }

    private JWSHeader header(String written) throws ParseException {
        JWSHeader usual = usualHeaders.get(written);
        return usual == null ? JWSHeader.parse(new Base64URL(written)) : usual;
    }

    private static boolean matches(JWSVerifier verifier, JWSHeader header, byte[] signed, String proof) {
        try {
            return verifier.verify(header, signed, new Base64URL(proof));
        } catch (JOSEException | RuntimeException e) {
            return false;
        }
    }

    private static Map<String, JWSVerifier> verifiers(String party, JWKSet set, Provider provider) {
        Map<String, JWSVerifier> verifiers = new HashMap<>();
        for (JWK key : set.getKeys()) {
            if (!(key instanceof ECKey ec) || !Curve.P_256.equals(ec.getCurve()) || ec.getKeyID() == null) {
                throw new IllegalArgumentException(
                        "Signing key " + key.getKeyID() + " of " + party + ": expected an EC key on P-256 with a kid");
            }
            try {
                ECDSAVerifier verifier = new ECDSAVerifier(ec.toECPublicKey(provider));
                verifier.getJCAContext().setProvider(provider);
                verifiers.put(ec.getKeyID(), verifier);
            } catch (JOSEException e) {
                throw new IllegalArgumentException("Signing key " + ec.getKeyID() + " of " + party + " is unusable", e);
            }
        }
        return Collections.unmodifiableMap(verifiers);
    }
}
