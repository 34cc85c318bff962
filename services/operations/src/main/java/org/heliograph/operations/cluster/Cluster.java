package org.heliograph.operations.cluster;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.operations.cluster.ActualState.ActualTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live cluster. Fails with {@link KafkaException}, after which the same call may be made again. One thread at a
 * time.
 */
final class Cluster implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);

    /** One call with 12,000 partitions or 10,500 rights is refused; these sizes are well below that. */
    private static final int TOPICS_A_CALL = 200;

    private static final int RIGHTS_A_CALL = 2_000;
    private static final int QUOTAS_A_CALL = 500;

    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final Admin admin;

    /** A connection of its own: a broker answers one call of each at a time, and tells all settings at length. */
    private final Admin settings;

    private final short replicas;

    Cluster(BrokerClients clients, ClusterProperties properties) {
        Map<String, Object> config = patient(clients);
        this.admin = Admin.create(config);
        this.settings = Admin.create(config);
        this.replicas = properties.replicationFactor().shortValue();
    }

    /** Hundreds of topics in a call take a broker longer than a single one. */
    static Map<String, Object> patient(BrokerClients clients) {
        Map<String, Object> config = clients.admin();
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 30_000);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 60_000);
        return config;
    }

    ActualState state(Set<String> topicNames) {
        return state(topicNames, () -> {});
    }

    /** @param between is called between calls to the brokers; what it throws ends the look */
    ActualState state(Set<String> topicNames, Runnable between) {
        // Answered meanwhile: thousands of rights and of topics take a broker about as long.
        KafkaFuture<Collection<AclBinding>> rights =
                admin.describeAcls(AclBindingFilter.ANY).values();
        // Without the broker's own topics.
        Set<String> others = new HashSet<>(answer(settings.listTopics().names()));
        Set<String> present = new HashSet<>(others);
        present.retainAll(topicNames);
        others.removeAll(topicNames);
        Map<String, ActualTopic> topics = new HashMap<>();
        inChunks(present, TOPICS_A_CALL, names -> {
            between.run();
            describe(names, topics);
        });
        return new ActualState(
                topics,
                others,
                Set.copyOf(answer(rights)),
                answer(admin.describeClientQuotas(ClientQuotaFilter.all()).entities()));
    }

    Collection<AclBinding> rights(AclBindingFilter filter) {
        return answer(admin.describeAcls(filter).values());
    }

    private void describe(Collection<String> names, Map<String, ActualTopic> topics) {
        KafkaFuture<Map<String, TopicDescription>> descriptions =
                admin.describeTopics(names).allTopicNames();
        Map<ConfigResource, Config> configs = answer(
                settings.describeConfigs(names.stream().map(Cluster::resource).toList())
                        .all());
        answer(descriptions)
                .forEach((name, description) -> topics.put(
                        name,
                        new ActualTopic(
                                description.partitions().size(),
                                own(Optional.ofNullable(configs.get(resource(name)))))));
    }

    private static Map<String, String> own(Optional<Config> config) {
        return config.stream()
                .flatMap(all -> all.entries().stream())
                .filter(entry -> entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    /**
     * Creates topics. One that exists already is left as it is: an earlier attempt made it, and a broker that has
     * thousands to begin with learns of the last of them much later.
     */
    void create(List<DesiredTopic> topics) {
        inChunks(
                topics,
                TOPICS_A_CALL,
                some -> admin.createTopics(some.stream().map(this::newTopic).toList())
                        .values()
                        .values()
                        .forEach(Cluster::unlessItExists));
    }

    private static void unlessItExists(KafkaFuture<Void> creation) {
        try {
            answer(creation);
        } catch (TopicExistsException e) {
            log.info("topic=exists reason=\"{}\"", e.getMessage());
        }
    }

    private NewTopic newTopic(DesiredTopic topic) {
        return new NewTopic(topic.name(), topic.partitions(), replicas).configs(topic.configs());
    }

    /** Those of these topics of which every partition has a leader that the brokers know. */
    Set<String> served(Set<String> topics) {
        Set<String> known = new HashSet<>(answer(admin.listTopics().names()));
        known.retainAll(topics);
        Set<String> served = new HashSet<>();
        inChunks(
                known,
                TOPICS_A_CALL,
                names -> answer(admin.describeTopics(names).allTopicNames()).values().stream()
                        .filter(Cluster::hasLeaders)
                        .map(TopicDescription::name)
                        .forEach(served::add));
        return served;
    }

    private static boolean hasLeaders(TopicDescription topic) {
        return topic.partitions().stream().allMatch(partition -> partition.leader() != null);
    }

    void change(Map<String, List<AlterConfigOp>> configs) {
        inChunks(configs.entrySet(), TOPICS_A_CALL, some -> {
            Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
            some.forEach(change -> changes.put(resource(change.getKey()), change.getValue()));
            answer(admin.incrementalAlterConfigs(changes).all());
        });
    }

    void grant(Set<AclBinding> rights) {
        inChunks(rights, RIGHTS_A_CALL, some -> answer(admin.createAcls(some).all()));
    }

    void limit(List<ClientQuotaAlteration> quotas) {
        inChunks(
                quotas,
                QUOTAS_A_CALL,
                some -> answer(admin.alterClientQuotas(some).all()));
    }

    void revoke(Set<AclBinding> rights) {
        inChunks(
                rights,
                RIGHTS_A_CALL,
                some -> answer(
                        admin.deleteAcls(some.stream().map(AclBinding::toFilter).toList())
                                .all()));
    }

    @Override
    public void close() {
        settings.close(LONGEST_END);
        admin.close(LONGEST_END);
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static <T> void inChunks(Collection<T> all, int size, Consumer<List<T>> call) {
        List<T> list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += size) {
            call.accept(list.subList(from, Math.min(from + size, list.size())));
        }
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
