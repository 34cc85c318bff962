package org.heliograph.operations.cluster;

import java.util.SortedMap;
import java.util.TreeMap;
import org.heliograph.sharing.policy.Platform;
import org.heliograph.sharing.policy.Policy;

/**
 * The broker's quotas for each principal of a party, so that no party can take the time of others. The platform's own
 * principals have none: the gate works for all.
 */
final class PartyQuotas {

    static final String PUBLISH = "producer_byte_rate";
    static final String READ = "consumer_byte_rate";
    static final String REQUESTS = "request_percentage";

    private PartyQuotas() {}

    /** By principal, and there by the broker's name of the quota. */
    static SortedMap<String, SortedMap<String, Double>> of(Policy policy) {
        Platform.Quotas quotas = policy.platform().quotas();
        SortedMap<String, Double> each = new TreeMap<>();
        each.put(PUBLISH, (double) quotas.publish());
        each.put(READ, (double) quotas.read());
        each.put(REQUESTS, (double) quotas.requests());
        SortedMap<String, SortedMap<String, Double>> all = new TreeMap<>();
        policy.parties().values().forEach(party -> {
            all.put(party.id(), each);
            party.systems().forEach(system -> all.put(system, each));
        });
        return all;
    }
}
