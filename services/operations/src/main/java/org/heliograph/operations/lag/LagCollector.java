package org.heliograph.operations.lag;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.operations.lag.LagCluster.Members;
import org.heliograph.operations.lag.LagReport.Unavailable;

/**
 * Looks at all consumer groups of the cluster, one look after the other, and remembers what it saw. Not for several
 * threads; fails with {@link KafkaException} if the brokers are away, after which it may go on.
 */
final class LagCollector {

    /** Settings of topics rarely change, and brokers tell them at length. */
    private static final int LOOKS_BETWEEN_SETTINGS = 30;

    private final LagCluster cluster;
    private final InstantSource clock;
    private final int window;
    private final RecordAges ages;
    private final Contents contents;
    private final Map<TopicPartition, PartitionLog> logs = new HashMap<>();
    private final Map<String, Map<TopicPartition, History>> histories = new HashMap<>();
    private final Map<String, LagCluster.Keeping> keeping = new HashMap<>();
    private int looks;

    /**
     * Nothing was seen yet.
     *
     * @param window how many looks a judgement is made by, at least 3
     * @param contents what is known of the records that wait
     */
    LagCollector(LagCluster cluster, InstantSource clock, int window, Contents contents) {
        this.cluster = cluster;
        this.contents = contents;
        this.clock = clock;
        this.window = window;
        this.ages = new RecordAges(cluster, clock);
    }

    /** Looks once. */
    LagReport look(Owners owners) {
        long begin = System.nanoTime();
        Map<String, Members> groups = cluster.groups();
        Set<String> topics = cluster.topics();
        List<Unavailable> unavailable = new ArrayList<>();
        Set<String> missing = new HashSet<>(owners.topics());
        logs.keySet().forEach(partition -> missing.add(partition.topic()));
        List<Reader> readers = new ArrayList<>();
        cluster.committed(
                groups.keySet(),
                (group, offsets) ->
                        read(group, groups.getOrDefault(group, Members.NONE), offsets, topics, missing, readers),
                (group, refusal) -> unavailable.add(new Unavailable(Unavailable.Kind.GROUP, group, reason(refusal))));
        missing.removeAll(topics);
        missing.forEach(topic -> cluster.trouble(topic)
                .ifPresent(
                        trouble -> unavailable.add(new Unavailable(Unavailable.Kind.TOPIC, topic, reason(trouble)))));
        logs.keySet().removeIf(partition -> !topics.contains(partition.topic()));
        histories.keySet().retainAll(groups.keySet());
        place(unavailable);
        Map<TopicPartition, Long> ends = trueEnds(readers);
        readers.forEach(reader -> reader.place(ends, history(reader)));
        settings(readers);
        readers.stream()
                .filter(reader -> reader.unread() > 0)
                .forEach(reader -> reader.log().want(reader.next()));
        List<RowOf> rows = rows(readers);
        ages.find(
                rows.stream().map(RowOf::oldest).toList(),
                logs.values().stream().filter(PartitionLog::isWanted).toList(),
                keeping);
        List<LagRow> sorted = sorted(rows, owners);
        return new LagReport(
                Instant.ofEpochMilli(clock.millis()), (System.nanoTime() - begin) / 1_000_000, sorted, unavailable);
    }

    /** By topic, what was appended from the look before to the last one; of topics that somebody reads. */
    Map<String, Long> appended() {
        Map<String, Long> byTopic = new HashMap<>();
        logs.forEach((partition, log) -> byTopic.merge(partition.topic(), log.appended(), Long::sum));
        return byTopic;
    }

    private void read(
            String group,
            Members members,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            Set<String> topics,
            Set<String> missing,
            List<Reader> readers) {
        offsets.forEach((partition, offset) -> {
            // Asked for all, brokers tell of none that was not committed; but the client may not know it.
            if (offset == null) {
                return;
            }
            if (topics.contains(partition.topic())) {
                PartitionLog log = logs.computeIfAbsent(partition, PartitionLog::new);
                readers.add(new Reader(group, members, log, offset.offset()));
            } else {
                missing.add(partition.topic());
            }
        });
    }

    private static String reason(KafkaException trouble) {
        return trouble.getClass().getSimpleName().replace("Exception", "");
    }

    private void place(List<Unavailable> unavailable) {
        Map<TopicPartition, Long> ends = cluster.stableEnds(logs.keySet());
        Map<TopicPartition, Long> earliest = cluster.earliest(logs.keySet());
        Map<String, Integer> away = new TreeMap<>();
        logs.forEach((partition, log) -> {
            Long end = ends.get(partition);
            Long first = earliest.get(partition);
            if (end == null || first == null) {
                log.isAway();
                away.merge(partition.topic(), 1, Integer::sum);
            } else {
                log.isBetween(first, end);
            }
        });
        away.forEach((topic, number) -> unavailable.add(
                new Unavailable(Unavailable.Kind.TOPIC, topic, number + " of its partitions do not answer")));
    }

    /** The very ends of those partitions at which somebody claims to be beyond what readers get. */
    private Map<TopicPartition, Long> trueEnds(Collection<Reader> readers) {
        Set<TopicPartition> doubtful = readers.stream()
                .filter(reader -> reader.log().end() >= 0
                        && reader.committed() > reader.log().end())
                .map(reader -> reader.log().partition())
                .collect(Collectors.toSet());
        return cluster.veryEnds(doubtful);
    }

    private History history(Reader reader) {
        return histories
                .computeIfAbsent(reader.group(), _ -> new HashMap<>())
                .computeIfAbsent(reader.log().partition(), _ -> new History(window));
    }

    private void settings(Collection<Reader> readers) {
        if (looks++ % LOOKS_BETWEEN_SETTINGS == 0) {
            keeping.clear();
        }
        Set<String> topics = new HashSet<>();
        readers.stream()
                .filter(reader -> reader.unread() > 0)
                .forEach(reader -> topics.add(reader.log().partition().topic()));
        topics.removeAll(keeping.keySet());
        keeping.putAll(cluster.keeping(topics));
    }

    private List<RowOf> rows(List<Reader> readers) {
        Map<String, Map<String, RowOf>> rows = new HashMap<>();
        for (Reader reader : readers) {
            rows.computeIfAbsent(reader.group(), _ -> new HashMap<>())
                    .computeIfAbsent(
                            reader.log().partition().topic(),
                            topic -> new RowOf(reader.group(), topic, window, keeping.get(topic), contents))
                    .add(reader);
        }
        return rows.values().stream()
                .flatMap(ofGroup -> ofGroup.values().stream())
                .filter(RowOf::isSeen)
                .toList();
    }

    private List<LagRow> sorted(List<RowOf> rows, Owners owners) {
        Instant now = Instant.ofEpochMilli(clock.millis()).truncatedTo(ChronoUnit.MILLIS);
        return rows.stream()
                .map(row -> row.row(owners, now))
                .sorted(Comparator.comparing(LagRow::state)
                        .reversed()
                        .thenComparing(row -> row.waiting().firstDue(), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(LagRow::oldest, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(LagRow::group)
                        .thenComparing(LagRow::topic))
                .toList();
    }
}
