package org.heliograph.exchange.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
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

    private final Map<String, Map<String, JWSVerifier>> keys;

    /**
     * @param keysByParty party id to its public keys, each EC on P-256 with a kid
     * @throws IllegalArgumentException if a key is of another kind or has no kid; the message names party and kid
     */
    public EventVerifier(Map<String, JWKSet> keysByParty) {
        Map<String, Map<String, JWSVerifier>> byParty = new HashMap<>();
        keysByParty.forEach((party, set) -> byParty.put(party, verifiers(party, set)));
        this.keys = Collections.unmodifiableMap(byParty);
    }

    /**
     * Checks a detached JWS over this content by a key of {@code content.originatorParty()}.
     *
     * @param signature what the sender wrote; may be anything
     */
    public Verification verify(SignedContent content, String signature) {
        JWSObject jws;
        try {
            if (signature.length() > LONGEST || !signature.contains("..")) {
                return new Invalid(Reason.NOT_DETACHED_JWS);
            }
            jws = JWSObject.parse(signature, new Payload(content.payload()));
        } catch (ParseException | RuntimeException e) {
            return new Invalid(Reason.NOT_DETACHED_JWS);
        }
        JWSHeader header = jws.getHeader();
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
        return matches(jws, verifier) ? new Valid(keyId) : new Invalid(Reason.MISMATCH);
    }

    private static boolean matches(JWSObject jws, JWSVerifier verifier) {
        try {
            return jws.verify(verifier);
        } catch (JOSEException | RuntimeException e) {
            return false;
        }
    }

    private static Map<String, JWSVerifier> verifiers(String party, JWKSet set) {
        Map<String, JWSVerifier> verifiers = new HashMap<>();
        for (JWK key : set.getKeys()) {
            if (!(key instanceof ECKey ec) || !Curve.P_256.equals(ec.getCurve()) || ec.getKeyID() == null) {
                throw new IllegalArgumentException(
                        "Signing key " + key.getKeyID() + " of " + party + ": expected an EC key on P-256 with a kid");
            }
            try {
                verifiers.put(ec.getKeyID(), new ECDSAVerifier(ec.toPublicJWK()));
            } catch (JOSEException e) {
                throw new IllegalArgumentException("Signing key " + ec.getKeyID() + " of " + party + " is unusable", e);
            }
        }
        return Collections.unmodifiableMap(verifiers);
    }
}
