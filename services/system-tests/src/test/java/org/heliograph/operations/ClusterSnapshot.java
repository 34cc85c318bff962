package org.heliograph.operations;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.heliograph.testkit.PartySystem;

/**
 * All that operations has a say in.
 *
 * @param topics settings of each topic, and its partitions under that name
 * @param rights "principal type pattern name operation"
 * @param quotas of each principal
 * @param heads every version that was ever named as the current one
 */
record ClusterSnapshot(
        Map<String, Map<String, String>> topics,
        Set<String> rights,
        Map<ClientQuotaEntity, Map<String, Double>> quotas,
        List<String> heads) {

    static ClusterSnapshot of(PartySystem operations) throws Exception {
        try (Admin admin = operations.admin()) {
            return new ClusterSnapshot(topics(admin), rights(admin), quotas(admin), heads(operations));
        }
    }

    String head() {
        return heads.getLast();
    }

    private static Map<String, Map<String, String>> topics(Admin admin) throws Exception {
        Map<String, Map<String, String>> topics = new TreeMap<>();
        Set<String> names = admin.listTopics().names().get();
        admin.describeTopics(names).allTopicNames().get().forEach((name, topic) -> {
            Map<String, String> settings = new HashMap<>();
            settings.put("partitions", Integer.toString(topic.partitions().size()));
            topics.put(name, settings);
        });
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        admin.describeConfigs(resources)
                .all()
                .get()
                .forEach((resource, config) -> config.entries().stream()
                        .filter(entry -> entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG)
                        .forEach(entry -> put(topics, resource.name(), entry)));
        return topics;
    }

    private static void put(Map<String, Map<String, String>> topics, String topic, ConfigEntry entry) {
        topics.computeIfAbsent(topic, name -> new HashMap<>()).put(entry.name(), entry.value());
    }

    private static Set<String> rights(Admin admin) throws Exception {
        return admin.describeAcls(AclBindingFilter.ANY).values().get().stream()
                .map(right -> "%s %s %s %s %s"
                        .formatted(
                                right.entry().principal(),
                                right.pattern().resourceType(),
                                right.pattern().patternType(),
                                right.pattern().name(),
                                right.entry().operation()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<ClientQuotaEntity, Map<String, Double>> quotas(Admin admin) throws Exception {
        return admin.describeClientQuotas(ClientQuotaFilter.all()).entities().get();
    }

    private static List<String> heads(PartySystem operations) {
        return operations.readAll(List.of("policy.head")).stream()
                .map(head -> new String(head.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
