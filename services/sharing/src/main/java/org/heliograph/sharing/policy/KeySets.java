package org.heliograph.sharing.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The public keys with which a party checks the signatures of what reaches it: those of the parties of which events can
 * reach it, and of no others. Keys that have ended are among them, with their end as {@code exp}: what they signed
 * before stays good.
 *
 * @param policyVersion the version that names the keys
 * @param keys a JWK set for each party; one without keys has none
 */
public record KeySets(String policyVersion, SortedMap<String, KeySet> keys) {

    private static final JsonMapper JSON = new JsonMapper();

    public KeySets {
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
    }

    /**
     * The keys of one party.
     *
     * @param keys public JWKs (RFC 7517)
     */
    public record KeySet(List<ObjectNode> keys) {

        public KeySet {
            keys = List.copyOf(keys);
        }
    }

    /** Those that a party needs, by one version of the policy. Pure; any thread. */
    public static KeySets neededBy(Policy policy, String party) {
        SortedSet<String> originators = policy.originators(party);
        SortedMap<String, List<ObjectNode>> byParty = new TreeMap<>();
        policy.signingKeys().stream()
                .filter(key -> originators.contains(key.party()))
                .forEach(key -> byParty.computeIfAbsent(key.party(), first -> new ArrayList<>())
                        .add(jwk(key)));
        SortedMap<String, KeySet> sets = new TreeMap<>();
        byParty.forEach((owner, keys) -> sets.put(owner, new KeySet(keys)));
        return new KeySets(policy.version(), sets);
    }

    private static ObjectNode jwk(SigningKey key) {
        ObjectNode jwk = (ObjectNode) JSON.readTree(key.jwk());
        key.until().ifPresent(end -> jwk.put("exp", end.getEpochSecond()));
        return jwk;
    }
}
