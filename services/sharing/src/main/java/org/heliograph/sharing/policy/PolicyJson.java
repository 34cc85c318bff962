package org.heliograph.sharing.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text form of a policy, as it lies in {@code policy.versions}. Stable: the same policy always gives the same text.
 */
public final class PolicyJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private PolicyJson() {}

    public static String write(Policy policy) {
        return MAPPER.writeValueAsString(policy);
    }

    /**
     * Reads a policy and checks that its version is the hash of its content.
     *
     * @throws InvalidPolicyException if the text is no policy, or was changed after it was sealed
     */
    public static Policy read(String json) {
        @Nullable Policy policy;
        try {
            policy = MAPPER.readValue(json, Policy.class);
        } catch (JacksonException e) {
            throw new InvalidPolicyException("unreadable policy: " + e.getOriginalMessage());
        }
        if (policy == null) {
            throw new InvalidPolicyException("unreadable policy: the text is null");
        }
        String expected = seal(policy).version();
        if (!expected.equals(policy.version())) {
            throw new InvalidPolicyException("policy %s has the content of %s".formatted(policy.version(), expected));
        }
        return policy;
    }

    /** The same policy with its version set to the hash of its content. */
    static Policy seal(Policy policy) {
        String content = write(withVersion(policy, ""));
        return withVersion(policy, sha256(content));
    }

    private static Policy withVersion(Policy policy, String version) {
        return new Policy(
                version,
                policy.platform(),
                policy.parties(),
                policy.events(),
                policy.grants(),
                policy.declassifiers(),
                policy.auditAccess(),
                policy.schemas(),
                policy.signingKeys());
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
