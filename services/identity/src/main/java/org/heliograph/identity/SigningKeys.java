package org.heliograph.identity;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** Reads the private JWKS with which tokens are signed. */
final class SigningKeys {

    private SigningKeys() {}

    static JWKSet read(Path file) {
        if (!Files.isReadable(file)) {
            throw new UnusableSigningKeyException(file, "it does not exist or cannot be read", null);
        }
        try {
            JWKSet keys = JWKSet.load(file.toFile());
            if (keys.isEmpty() || !keys.getKeys().stream().allMatch(SigningKeys::canSign)) {
                throw new UnusableSigningKeyException(file, "not every key is a private P-256 key with a kid", null);
            }
            return keys;
        } catch (IOException | ParseException e) {
            throw new UnusableSigningKeyException(file, "it is not a JWKS", e);
        }
    }

    private static boolean canSign(JWK key) {
        return key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve()) && ec.isPrivate() && ec.getKeyID() != null;
    }
}
