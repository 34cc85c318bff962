package org.heliograph.gate;

import java.util.HashMap;
import java.util.Map;
import org.heliograph.sharing.policy.InvalidPolicyException;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyJson;
import org.jspecify.annotations.Nullable;

/**
 * What lies in {@code policy.versions} and {@code policy.head}, and which policy follows from it. Confined to one
 * thread.
 */
final class PolicyLog {

    private static final String HEAD = "head";

    private final Map<String, String> versions = new HashMap<>();
    private @Nullable String head;
    private boolean changed = true;

    sealed interface Outcome {

        record Unchanged() implements Outcome {}

        record Adopted(GatePolicy policy) implements Outcome {}

        /** The policy that was valid stays valid. */
        record Rejected(String reason) implements Outcome {}
    }

    /** A record of {@code policy.versions}. */
    void version(@Nullable String hash, @Nullable String json) {
        if (hash != null && json == null) {
            versions.remove(hash);
        } else if (hash != null) {
            versions.put(hash, json);
        }
        changed = true;
    }

    /** A record of {@code policy.head}. */
    void head(@Nullable String key, @Nullable String hash) {
        if (HEAD.equals(key)) {
            head = hash;
            changed = true;
        }
    }

    /** What the records since the last call change; looked at once, however often it is asked. */
    Outcome settle() {
        if (!changed) {
            return new Outcome.Unchanged();
        }
        changed = false;
        String named = head;
        if (named == null) {
            return new Outcome.Rejected("policy.head names no version");
        }
        String json = versions.get(named);
        if (json == null) {
            return new Outcome.Rejected("policy.head names a version that policy.versions does not hold");
        }
        return read(named, json);
    }

    private static Outcome read(String named, String json) {
        try {
            Policy policy = PolicyJson.read(json);
            if (!policy.version().equals(named)) {
                return new Outcome.Rejected("the version that policy.head names holds another one");
            }
            return new Outcome.Adopted(GatePolicy.of(policy));
        } catch (InvalidPolicyException | UnusablePolicyException e) {
            return new Outcome.Rejected("policy.head names a broken version: " + e.getMessage());
        }
    }
}
