package org.heliograph.operations.cluster;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.acl.AclBinding;
import org.heliograph.sharing.policy.Platform;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Topics;

/**
 * All that the cluster should hold, computed from the policy alone.
 *
 * @param quotas by principal, and there by the broker's name of the quota
 */
public record DesiredState(
        SortedMap<String, DesiredTopic> topics,
        Set<AclBinding> rights,
        SortedMap<String, SortedMap<String, Double>> quotas) {

    public DesiredState {
        topics = Collections.unmodifiableSortedMap(new TreeMap<>(topics));
        rights = Set.copyOf(rights);
        quotas = Collections.unmodifiableSortedMap(new TreeMap<>(quotas));
    }

    public static DesiredState of(Policy policy, ClusterProperties cluster) {
        return new DesiredState(
                new Builder(policy, new TopicSettings(cluster)).topics(),
                AccessRights.of(policy),
                PartyQuotas.of(policy));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static final class Builder {

        private final Policy policy;
        private final Platform platform;
        private final TopicSettings settings;
        private final SortedMap<String, DesiredTopic> topics = new TreeMap<>();

        Builder(Policy policy, TopicSettings settings) {
            this.policy = policy;
            this.platform = policy.platform();
            this.settings = settings;
        }

        SortedMap<String, DesiredTopic> topics() {
            Platform.Retention retention = platform.retention();
            for (String sender : policy.senders()) {
                add(Topics.outbox(sender), settings.deleted(retention.outbox()));
                add(Topics.receipts(sender), settings.deleted(retention.receipts()));
            }
            Map<String, Map<String, String>> inboxes = inboxes();
            for (String party : policy.parties().keySet()) {
                policy.families(party)
                        .forEach(family ->
                                add(Topics.inbox(party, family), Objects.requireNonNull(inboxes.get(family))));
            }
            policy.publicTopics().forEach(topic -> add(topic, settings.replaceable(retention.recalled())));
            add(Topics.AUDIT, settings.deleted(retention.audit()));
            add(Topics.REDELIVERIES, settings.deleted(retention.outbox()));
            // One partition: who reads the end of it has the whole order.
            topics.put(Topics.POLICY_HEAD, new DesiredTopic(Topics.POLICY_HEAD, 1, settings.compacted()));
            topics.put(Topics.POLICY_VERSIONS, new DesiredTopic(Topics.POLICY_VERSIONS, 1, settings.compacted()));
            topics.put(Topics.POLICY_ADOPTED, new DesiredTopic(Topics.POLICY_ADOPTED, 1, settings.compacted()));
            topics.put(
                    Topics.POLICY_CHANGES,
                    new DesiredTopic(Topics.POLICY_CHANGES, 1, settings.deleted(retention.audit())));
            return topics;
        }

        private void add(String name, Map<String, String> configs) {
            topics.put(name, new DesiredTopic(name, platform.partitions(), configs));
        }

        /**
         * Settings of inboxes by family, which is one class of retention; where its events differ, the topic keeps what
         * the longest needs.
         */
        private Map<String, Map<String, String>> inboxes() {
            Map<String, Duration> longest = new HashMap<>();
            policy.events()
                    .values()
                    .forEach(event -> longest.merge(event.family(), event.retention(), DesiredState::longer));
            Map<String, Map<String, String>> inboxes = new HashMap<>();
            longest.forEach((family, kept) -> inboxes.put(
                    family, settings.recallable(kept, platform.retention().recalled())));
            return inboxes;
        }
    }
}
