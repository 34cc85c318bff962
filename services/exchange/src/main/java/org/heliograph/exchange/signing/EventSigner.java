package org.heliograph.exchange.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.text.ParseException;

/**
 * Signs events with a party's private key: ES256 (P-256), as a detached compact JWS whose header names the key. Pure
 * computation without I/O, any thread, once for each event.
 */
public final class EventSigner {

    private final JWSHeader header;
    private final JWSSigner signer;

    /**
     * @param key a private EC key on P-256 with a key id
     * @throws IllegalArgumentException if the key is another kind of key, or public, or has no id
     */
    public EventSigner(ECKey key) {
        this(key, SignatureProvider.get());
    }

    EventSigner(ECKey key, Provider provider) {
        if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null) {
            throw new IllegalArgumentException("expected a private EC key on P-256 with a kid");
        }
        this.header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        try {
            ECDSASigner ecdsa = new ECDSASigner(key.toECPrivateKey(provider));
            ecdsa.getJCAContext().setProvider(provider);
            this.signer = ecdsa;
        } catch (JOSEException e) {
            throw new IllegalArgumentException("The key cannot sign ES256", e);
        }
    }

    /**
     * Reads the key from a file that holds one private JWK.
     *
     * @throws IllegalArgumentException if the file cannot be read or is no such key; its content is never part of the
     *     message
     */
    public static EventSigner ofFile(Path jwk) {
        try {
            return new EventSigner(ECKey.parse(Files.readString(jwk)));
        } catch (IOException | ParseException e) {
            throw new IllegalArgumentException(
                    "Not a readable private JWK: " + jwk + " (" + e.getClass().getSimpleName() + ")");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(jwk + ": " + e.getMessage(), e);
        }
    }

    /** Id of the signing key. */
    public String keyId() {
        return header.getKeyID();
    }

    /** The signature as {@code <header>..<signature>}. Two signatures of one content differ. */
    public String sign(SignedContent content) {
        var jws = new JWSObject(header, new Payload(content.payload()));
        try {
            jws.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("Signing failed", e);
        }
        return jws.serialize(true);
    }
}
