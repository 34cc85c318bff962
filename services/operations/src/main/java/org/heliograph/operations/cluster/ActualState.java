package org.heliograph.operations.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.quota.ClientQuotaEntity;

/**
 * What the cluster holds now.
 *
 * @param topics those that the policy calls for
 * @param otherTopics names of all further topics but the broker's own
 */
record ActualState(
        Map<String, ActualTopic> topics,
        Set<String> otherTopics,
        Set<AclBinding> rights,
        Map<ClientQuotaEntity, Map<String, Double>> quotas) {

    /** A cluster that is exactly as it should be under a policy. */
    static ActualState of(DesiredState desired) {
        Map<String, ActualTopic> topics = new HashMap<>();
        desired.topics()
                .forEach((name, topic) -> topics.put(name, new ActualTopic(topic.partitions(), topic.configs())));
        Map<ClientQuotaEntity, Map<String, Double>> quotas = new HashMap<>();
        desired.quotas().forEach((principal, quota) -> quotas.put(QuotaChanges.user(principal), quota));
        return new ActualState(topics, Set.of(), desired.rights(), quotas);
    }

    /** @param configs settings that the topic has of its own */
    record ActualTopic(int partitions, Map<String, String> configs) {}
}
