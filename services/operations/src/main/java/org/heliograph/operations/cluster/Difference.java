package org.heliograph.operations.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.heliograph.operations.CannotApplyException;
import org.heliograph.operations.cluster.ActualState.ActualTopic;

/** What leads from the actual to the desired state. A topic is never deleted and never gets other partitions. */
record Difference(
        List<DesiredTopic> missingTopics,
        SortedMap<String, List<AlterConfigOp>> changedConfigs,
        Set<AclBinding> missingRights,
        Set<AclBinding> excessRights,
        List<ClientQuotaAlteration> changedQuotas,
        List<String> otherPartitions) {

    static Difference between(DesiredState desired, ActualState actual) {
        List<DesiredTopic> missing = new ArrayList<>();
        SortedMap<String, List<AlterConfigOp>> changed = new TreeMap<>();
        List<String> partitions = new ArrayList<>();
        for (DesiredTopic topic : desired.topics().values()) {
            ActualTopic found = actual.topics().get(topic.name());
            if (found == null) {
                missing.add(topic);
                continue;
            }
            if (topic.partitions() != found.partitions()) {
                partitions.add("topic %s has %d partitions, the policy calls for %d; cases keep their order only then"
                        .formatted(topic.name(), found.partitions(), topic.partitions()));
            }
            List<AlterConfigOp> changes = changes(topic.configs(), found.configs());
            if (!changes.isEmpty()) {
                changed.put(topic.name(), changes);
            }
        }
        return new Difference(
                missing,
                changed,
                without(desired.rights(), actual.rights()),
                without(actual.rights(), desired.rights()),
                QuotaChanges.between(desired.quotas(), actual.quotas()),
                List.copyOf(partitions));
    }

    /** @throws CannotApplyException if a topic has another number of partitions, which no application changes */
    Difference applicable() {
        if (!otherPartitions.isEmpty()) {
            throw new CannotApplyException(otherPartitions.getFirst());
        }
        return this;
    }

    private static List<AlterConfigOp> changes(Map<String, String> desired, Map<String, String> found) {
        List<AlterConfigOp> changes = new ArrayList<>();
        desired.forEach((name, value) -> {
            if (!value.equals(found.get(name))) {
                changes.add(new AlterConfigOp(new ConfigEntry(name, value), OpType.SET));
            }
        });
        found.keySet().stream()
                .filter(name -> !desired.containsKey(name))
                .forEach(name -> changes.add(new AlterConfigOp(new ConfigEntry(name, ""), OpType.DELETE)));
        return changes;
    }

    private static Set<AclBinding> without(Set<AclBinding> all, Set<AclBinding> others) {
        return all.stream().filter(right -> !others.contains(right)).collect(Collectors.toUnmodifiableSet());
    }
}
