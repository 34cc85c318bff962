package org.heliograph.operations.lag;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * What the collector asks the brokers, for many groups and partitions in each call. DESCRIBE suffices for all of it.
 * One thread at a time; fails with {@link KafkaException}, after which the same call may be made again.
 */
final class LagCluster implements AutoCloseable {

    private static final int GROUPS_A_CALL = 500;
    private static final int PARTITIONS_A_CALL = 5_000;
    private static final int TOPICS_A_CALL = 200;
    private static final ListOffsetsOptions READERS = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final Admin admin;

    LagCluster(Admin admin) {
        this.admin = admin;
    }

    /**
     * What a topic does with its records.
     *
     * @param compacted whether records may be missing in the middle
     * @param retention how long records are kept; null for ever
     */
    record Keeping(boolean compacted, @Nullable Duration retention) {}

    /** Whether anybody of a group is there. */
    enum Members {
        NONE,
        THERE,
        /** And the partitions are being shared out among them just now. */
        REBALANCING;

        private static Members of(GroupState state) {
            return switch (state) {
                case EMPTY, DEAD, UNKNOWN -> NONE;
                case PREPARING_REBALANCE, COMPLETING_REBALANCE, ASSIGNING, RECONCILING -> REBALANCING;
                case STABLE, NOT_READY -> THERE;
            };
        }
    }

    /** Every consumer group. */
    Map<String, Members> groups() {
        return answer(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
                .collect(Collectors.toMap(
                        GroupListing::groupId,
                        group -> group.groupState().map(Members::of).orElse(Members.NONE)));
    }

    /**
     * What groups committed, group by group.
     *
     * @param refused is told of each that the broker does not tell about, and why
     */
    void committed(
            Collection<String> groups,
            BiConsumer<String, Map<TopicPartition, OffsetAndMetadata>> each,
            BiConsumer<String, KafkaException> refused) {
        inChunks(
                groups,
                GROUPS_A_CALL,
                some -> admin.listConsumerGroupOffsets(some.stream()
                        .collect(Collectors.toMap(Function.identity(), _ -> new ListConsumerGroupOffsetsSpec()))),
                (some, result) -> {
                    for (String group : some) {
                        try {
                            each.accept(group, answer(result.partitionsToOffsetAndMetadata(group)));
                        } catch (InterruptException e) {
                            throw e;
                        } catch (KafkaException e) {
                            refused.accept(group, e);
                        }
                    }
                });
    }

    /** The topics that there are, and may be seen. */
    Set<String> topics() {
        return answer(admin.listTopics().names());
    }

    /** Why a topic cannot be looked at; empty if it can. */
    Optional<KafkaException> trouble(String topic) {
        try {
            answer(admin.describeTopics(List.of(topic)).allTopicNames());
            return Optional.empty();
        } catch (KafkaException e) {
            return Optional.of(e);
        }
    }

    /** For each partition the offset of the first record that is kept. */
    Map<TopicPartition, Long> earliest(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        ask(
                all(partitions, OffsetSpec.earliest()),
                READERS,
                (partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    /**
     * For each partition the offset after the last record that readers get: what belongs to a transaction that is still
     * open is not there yet.
     */
    Map<TopicPartition, Long> stableEnds(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        ask(all(partitions, OffsetSpec.latest()), READERS, (partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    /** For each partition the offset after the last record, whether readers get it or not. */
    Map<TopicPartition, Long> veryEnds(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        ask(
                all(partitions, OffsetSpec.latest()),
                new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED),
                (partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private static Map<TopicPartition, OffsetSpec> all(Collection<TopicPartition> partitions, OffsetSpec what) {
        Map<TopicPartition, OffsetSpec> questions = new HashMap<>();
        partitions.forEach(partition -> questions.put(partition, what));
        return questions;
    }

    /** The first records that are not older than the times asked for; offset -1 where all are older. */
    void firstSince(Map<TopicPartition, Long> times, BiConsumer<TopicPartition, ListOffsetsResultInfo> each) {
        Map<TopicPartition, OffsetSpec> questions = new HashMap<>();
        times.forEach((partition, time) -> questions.put(partition, OffsetSpec.forTimestamp(time)));
        ask(questions, READERS, each);
    }

    /** Partitions that do not answer are left out. */
    private void ask(
            Map<TopicPartition, OffsetSpec> questions,
            ListOffsetsOptions options,
            BiConsumer<TopicPartition, ListOffsetsResultInfo> each) {
        inChunks(
                questions.keySet(),
                PARTITIONS_A_CALL,
                some -> admin.listOffsets(
                        some.stream().collect(Collectors.toMap(Function.identity(), questions::get)), options),
                (some, result) -> some.forEach(partition ->
                        answered(result.partitionResult(partition)).ifPresent(info -> each.accept(partition, info))));
    }

    /** What each of these topics does with its records. */
    Map<String, Keeping> keeping(Collection<String> topics) {
        Map<String, Keeping> keeping = new HashMap<>();
        inChunks(
                topics,
                TOPICS_A_CALL,
                some -> admin.describeConfigs(some.stream()
                                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                                .toList())
                        .values(),
                (_, configs) -> configs.forEach((resource, config) ->
                        answered(config).ifPresent(known -> keeping.put(resource.name(), keeping(known)))));
        return keeping;
    }

    private static Keeping keeping(Config config) {
        Set<String> cleanup = new HashSet<>(
                List.of(value(config, TopicConfig.CLEANUP_POLICY_CONFIG).split(",", -1)));
        long retention = Long.parseLong(value(config, TopicConfig.RETENTION_MS_CONFIG));
        return new Keeping(
                cleanup.contains(TopicConfig.CLEANUP_POLICY_COMPACT),
                cleanup.contains(TopicConfig.CLEANUP_POLICY_DELETE) && retention >= 0
                        ? Duration.ofMillis(retention)
                        : null);
    }

    private static String value(Config config, String name) {
        ConfigEntry entry = config.get(name);
        if (entry == null) {
            throw new KafkaException("the broker does not tell " + name);
        }
        return entry.value();
    }

    /** One call after the other, each made before the answer to the one before is taken. */
    private static <T, R> void inChunks(
            Collection<T> all, int size, Function<List<T>, R> call, BiConsumer<List<T>, R> take) {
        List<T> list = new ArrayList<>(all);
        Runnable before = () -> {};
        for (int from = 0; from < list.size(); from += size) {
            List<T> some = list.subList(from, Math.min(from + size, list.size()));
            R called = call.apply(some);
            before.run();
            before = () -> take.accept(some, called);
        }
        before.run();
    }

    /** Empty for what is without a leader just now, or gone since it was listed: the next look will tell. */
    private static <T> Optional<T> answered(KafkaFuture<T> future) {
        try {
            return Optional.of(answer(future));
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            return Optional.empty();
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

    @Override
    public void close() {
        admin.close(LONGEST_END);
    }
}
