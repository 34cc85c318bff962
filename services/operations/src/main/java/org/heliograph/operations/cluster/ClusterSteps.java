package org.heliograph.operations.cluster;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.resource.PatternType;

/**
 * What a change of the policy does to the cluster, in words, each list in a stable order.
 *
 * @param topicsLeft topics that no longer follow from the policy; they stay with what they hold, and nobody may use
 *     them
 * @param rightsGranted how many rights each principal gains
 * @param rightsRevoked how many rights each principal loses
 */
public record ClusterSteps(
        List<String> topicsCreated,
        List<String> topicsLeft,
        List<String> settings,
        SortedMap<String, Integer> rightsGranted,
        SortedMap<String, Integer> rightsRevoked,
        List<String> quotas) {

    /** Computed from the two policies alone; the cluster is not asked. */
    public static ClusterSteps between(DesiredState before, DesiredState after) {
        Difference difference =
                Difference.between(after, ActualState.of(before)).applicable();
        TreeSet<String> left = new TreeSet<>(before.topics().keySet());
        left.removeAll(after.topics().keySet());
        return new ClusterSteps(
                sorted(difference.missingTopics().stream().map(DesiredTopic::name)),
                List.copyOf(left),
                settings(difference.changedConfigs()),
                principals(difference.missingRights()),
                principals(difference.excessRights()),
                quotas(difference.changedQuotas()));
    }

    static List<String> settings(SortedMap<String, List<AlterConfigOp>> changes) {
        return sorted(changes.entrySet().stream()
                .flatMap(change -> change.getValue().stream()
                        .map(operation -> operation.opType() == AlterConfigOp.OpType.DELETE
                                ? "%s: %s as the broker has it"
                                        .formatted(
                                                change.getKey(),
                                                operation.configEntry().name())
                                : "%s: %s=%s"
                                        .formatted(
                                                change.getKey(),
                                                operation.configEntry().name(),
                                                operation.configEntry().value()))));
    }

    static List<String> quotas(Collection<ClientQuotaAlteration> changes) {
        return sorted(changes.stream()
                .flatMap(change -> change.ops().stream()
                        .map(operation -> "%s: %s"
                                .formatted(
                                        String.join(
                                                ", ", change.entity().entries().values()),
                                        operation.value() == null
                                                ? "no " + operation.key()
                                                : "%s=%.0f".formatted(operation.key(), operation.value())))));
    }

    static String words(AclBinding right) {
        return "%s %s %s %s %s%s%s"
                .formatted(
                        right.entry().principal(),
                        right.entry().permissionType() == AclPermissionType.DENY ? "may not" : "may",
                        right.entry().operation(),
                        right.pattern().resourceType(),
                        right.pattern().name(),
                        right.pattern().patternType() == PatternType.PREFIXED ? "*" : "",
                        "*".equals(right.entry().host())
                                ? ""
                                : " from " + right.entry().host());
    }

    private static SortedMap<String, Integer> principals(Collection<AclBinding> rights) {
        SortedMap<String, Integer> numbers = new TreeMap<>();
        rights.forEach(right -> numbers.merge(right.entry().principal().replace("User:", ""), 1, Integer::sum));
        return numbers;
    }

    static List<String> sorted(Stream<String> all) {
        return all.sorted().toList();
    }
}
