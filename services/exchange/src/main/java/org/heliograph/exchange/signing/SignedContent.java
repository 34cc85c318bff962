package org.heliograph.exchange.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.heliograph.events.Envelope;

/**
 * What a signature covers: the finished bytes, how they are to be read, who says it, and which event of which case it
 * is. Whoever changes one of these, or moves a signature to another event, breaks it.
 *
 * @param originatorParty the party in the envelope
 * @param eventId the event id in its usual lower-case form
 * @param contextId the case
 * @param schemaFingerprint lower-case hex SHA-256 of the Parsing Canonical Form of the schema that the bytes were
 *     written with
 * @param binaryHash lower-case hex SHA-256 of the Avro binary, without the 5 bytes of the wire format
 */
public record SignedContent(
        String originatorParty, String eventId, String contextId, String schemaFingerprint, String binaryHash) {

    private static final String VERSION = "heliograph-event-v1";

    public SignedContent {
        // A line break inside a field could make two different contents look the same.
        for (String field : new String[] {originatorParty, eventId, contextId, schemaFingerprint, binaryHash}) {
            if (field.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("A signed field must be one line");
            }
        }
    }

    /**
     * The content of one event.
     *
     * @param envelope the envelope as it is inside the binary
     * @param schemaFingerprint see {@link org.heliograph.exchange.wire.EventSchemas#fingerprint}
     * @param binary Avro binary, without the prefix of the wire format
     * @throws IllegalArgumentException if a field of the envelope has more than one line
     */
    public static SignedContent of(Envelope envelope, String schemaFingerprint, byte[] binary) {
        return new SignedContent(
                envelope.getOriginatorParty(),
                envelope.getEventId().toString(),
                envelope.getContextId(),
                schemaFingerprint,
                sha256(binary));
    }

    /** The JWS payload: a version line and the fields, joined by line feeds, in UTF-8. */
    public byte[] payload() {
        return String.join("\n", VERSION, originatorParty, eventId, contextId, schemaFingerprint, binaryHash)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
