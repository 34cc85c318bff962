package org.heliograph.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Whether an event is by the originator that it names: docs/signing.md of Heliograph, in code. */
final class Signatures {

    private static final String DETACHED = "..";
    private static final int LONGEST = 2_048;

    private final Keys keys;

    Signatures(Keys keys) {
        this.keys = keys;
    }

    /** The id of the key that signed the event. */
    String verify(Event event, String signature) throws NotGoodException {
        if (signature == null) {
            throw new NotGoodException("no signature");
        }
        int at = signature.indexOf(DETACHED);
        String header = signature.substring(0, Math.max(at, 0));
        String proof = signature.substring(at + DETACHED.length());
        if (signature.length() > LONGEST || header.isEmpty() || proof.isEmpty() || (header + proof).contains(".")) {
            throw new NotGoodException("no detached JWS");
        }
        JsonNode said = header(header);
        if (!said.path("alg").asText().equals("ES256") || said.has("crit") || said.has("b64")) {
            throw new NotGoodException("another algorithm than ES256");
        }
        String keyId = said.path("kid").asText();
        PublicKey key = keys.of(event.envelope("originatorParty"), keyId)
                .orElseThrow(() -> new NotGoodException("by a key that is not known for its originator"));
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(payload(event));
        if (!fits(key, (header + "." + payload).getBytes(StandardCharsets.US_ASCII), proof)) {
            throw new NotGoodException("it does not fit the event");
        }
        return keyId;
    }

    private static JsonNode header(String text) throws NotGoodException {
        try {
            return Settings.JSON.readTree(Base64.getUrlDecoder().decode(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new NotGoodException("no detached JWS");
        }
    }

    private static boolean fits(PublicKey key, byte[] signed, String proof) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(key);
            signature.update(signed);
            return signature.verify(Base64.getUrlDecoder().decode(proof));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] payload(Event event) throws NotGoodException {
        List<String> lines = List.of(
                "heliograph-event-v1",
                event.envelope("originatorParty"),
                event.envelope("eventId").toLowerCase(Locale.ROOT),
                event.envelope("contextId"),
                event.schema().fingerprint(),
                sha256(event.binary()));
        if (lines.stream().anyMatch(line -> line.indexOf('\n') >= 0)) {
            throw new NotGoodException("a field that must be one line is none");
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
