package org.heliograph.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Public keys by party and id: from keys.json, and newer ones from operations where the principal may ask it. */
final class Keys {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMinutes(1);

    private final Optional<String> endpoint;
    private final Tokens tokens;
    private final Map<String, PublicKey> known = new HashMap<>();
    private long askedAt;

    Keys(Settings settings, Tokens tokens) {
        this.endpoint = settings.optional("keysEndpoint");
        this.tokens = tokens;
        refresh();
    }

    Optional<PublicKey> of(String party, String keyId) {
        String name = party + "/" + keyId;
        if (!known.containsKey(name) && System.nanoTime() - askedAt >= BETWEEN_QUESTIONS.toNanos()) {
            refresh();
        }
        return Optional.ofNullable(known.get(name));
    }

    private void refresh() {
        askedAt = System.nanoTime();
        take(Settings.json(Settings.file("keys.json")));
        try {
            endpoint.map(tokens::get).ifPresent(this::take);
        } catch (KitException e) {
            System.err.println("going on with the keys that are known: " + e.getMessage());
        }
    }

    private void take(JsonNode sets) {
        sets.required("keys").fields().forEachRemaining(party -> party.getValue().required("keys").forEach(key -> {
            if (key.path("kty").asText().equals("EC") && key.path("crv").asText().equals("P-256") && key.has("kid")) {
                known.put(party.getKey() + "/" + key.get("kid").asText(), publicKey(key));
            }
        }));
    }

    private static PublicKey publicKey(JsonNode jwk) {
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            return KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(
                            new ECPoint(coordinate(jwk, "x"), coordinate(jwk, "y")),
                            curve.getParameterSpec(ECParameterSpec.class)));
        } catch (GeneralSecurityException e) {
            throw new KitException("a public key cannot be read: " + e);
        }
    }

    private static BigInteger coordinate(JsonNode jwk, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.required(name).asText()));
    }
}
