package org.heliograph.operations.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.operations.cluster.DriftItem.Kind;

/** Compares the live cluster with what it should hold, and changes nothing. One thread at a time. */
public final class ClusterDrift implements AutoCloseable {

    private final Cluster cluster;

    public ClusterDrift(BrokerClients clients, ClusterProperties properties) {
        this.cluster = new Cluster(clients, properties);
    }

    /**
     * Everything that is not as it should be.
     *
     * @param retired names of topics that some earlier version called for, which stay
     * @param between is called between calls to the brokers; what it throws ends the comparison
     */
    public List<DriftItem> from(DesiredState desired, Set<String> retired, Runnable between) {
        ActualState actual = cluster.state(desired.topics().keySet(), between);
        Difference difference = Difference.between(desired, actual);
        List<DriftItem> items = new ArrayList<>();
        add(
                items,
                Kind.MISSING_TOPIC,
                ClusterSteps.sorted(difference.missingTopics().stream().map(DesiredTopic::name)));
        add(
                items,
                Kind.FOREIGN_TOPIC,
                ClusterSteps.sorted(actual.otherTopics().stream().filter(name -> !retired.contains(name))));
        add(items, Kind.PARTITIONS, difference.otherPartitions());
        add(items, Kind.TOPIC_SETTING, ClusterSteps.settings(difference.changedConfigs()));
        add(items, Kind.MISSING_RIGHT, words(difference.missingRights()));
        add(items, Kind.FOREIGN_RIGHT, words(difference.excessRights()));
        add(items, Kind.QUOTA, ClusterSteps.quotas(difference.changedQuotas()));
        return List.copyOf(items);
    }

    /** Every right that the broker holds for this principal now. */
    public List<String> rightsOf(String principal) {
        return ClusterSteps.sorted(cluster
                .rights(new AclBindingFilter(
                        ResourcePatternFilter.ANY,
                        new AccessControlEntryFilter(
                                "User:" + principal, null, AclOperation.ANY, AclPermissionType.ANY)))
                .stream()
                .map(ClusterSteps::words));
    }

    private static List<String> words(Collection<AclBinding> rights) {
        return ClusterSteps.sorted(rights.stream().map(ClusterSteps::words));
    }

    private static void add(List<DriftItem> items, Kind kind, Collection<String> all) {
        all.forEach(what -> items.add(new DriftItem(kind, what)));
    }

    @Override
    public void close() {
        cluster.close();
    }
}
