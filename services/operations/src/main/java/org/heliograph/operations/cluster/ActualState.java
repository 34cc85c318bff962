package org.heliograph.operations.cluster;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.quota.ClientQuotaEntity;

/** What the cluster holds now, as far as the policy has a say in it. */
record ActualState(
        Map<String, ActualTopic> topics, Set<AclBinding> rights, Map<ClientQuotaEntity, Map<String, Double>> quotas) {

    /** @param configs settings that the topic has of its own */
    record ActualTopic(int partitions, Map<String, String> configs) {}
}
