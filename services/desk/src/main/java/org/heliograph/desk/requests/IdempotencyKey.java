package org.heliograph.desk.requests;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A caller's key, with which a repeated submission is told from a new one.
 *
 * @param hash of caller and key
 * @param contentHash of what was submitted under it
 */
public record IdempotencyKey(String hash, String contentHash) {

    /**
     * A key as it came.
     *
     * @param caller whose key it is: two callers may choose the same one
     */
    public static IdempotencyKey of(String caller, String key, byte[] content) {
        return new IdempotencyKey(sha256((caller + "\n" + key).getBytes(StandardCharsets.UTF_8)), sha256(content));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
