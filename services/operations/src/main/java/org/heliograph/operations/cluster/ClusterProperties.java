package org.heliograph.operations.cluster;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How safely the cluster keeps its topics.
 *
 * @param replicationFactor copies of each partition, 1 to 9; 1 if not given, which only suits a cluster of one broker
 * @param minInsyncReplicas copies that must have a record before it counts as written, 1 to the replication factor; 1
 *     if not given
 */
@ConfigurationProperties("heliograph.cluster")
public record ClusterProperties(Integer replicationFactor, Integer minInsyncReplicas) {

    private static final int MOST_REPLICAS = 9;

    public ClusterProperties {
        replicationFactor = replicationFactor == null ? 1 : replicationFactor;
        minInsyncReplicas = minInsyncReplicas == null ? 1 : minInsyncReplicas;
        require(replicationFactor, MOST_REPLICAS, "replication-factor");
        require(minInsyncReplicas, replicationFactor, "min-insync-replicas");
    }

    private static void require(int value, int most, String property) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "heliograph.cluster.%s: expected 1 to %d, not %d".formatted(property, most, value));
        }
    }
}
