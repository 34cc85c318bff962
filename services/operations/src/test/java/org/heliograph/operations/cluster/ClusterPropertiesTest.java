package org.heliograph.operations.cluster;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ClusterPropertiesTest {

    @Test
    void refusesMoreInsyncReplicasThanReplicas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClusterProperties(2, 3))
                .withMessage("heliograph.cluster.min-insync-replicas: expected 1 to 2, not 3");
    }

    @Test
    void refusesNoReplicas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClusterProperties(0, 1))
                .withMessageStartingWith("heliograph.cluster.replication-factor: expected");
    }
}
