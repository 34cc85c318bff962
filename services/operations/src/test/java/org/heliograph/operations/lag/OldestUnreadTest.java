package org.heliograph.operations.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.operations.lag.LagCluster.Members;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OldestUnreadTest {

    private static final long TOLERANCE = 500;
    private static final long WEEK = 7L * 86_400_000;
    private static final long NOW = 100 * WEEK;
    private static final int FAR_APART = 4;
    private static final int LOOKS = 4;

    /** What the broker has, by partition. */
    private final Map<PartitionLog, TreeMap<Long, Long>> broker = new HashMap<>();

    private final List<PartitionLog> logs = new ArrayList<>();
    private int questions;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsTheOldestOfAnyGroupAtAnyTopic(long seed) {
        Random random = new Random(seed);
        boolean compacted = random.nextBoolean();
        fill(random, random.nextInt(1, 8), 1 + random.nextInt(300), random.nextInt(FAR_APART));
        if (compacted) {
            compact(random);
        }
        List<long[]> groups = groups(random, 30);

        for (int look = 0; look < LOOKS; look++) {
            List<OldestUnread> found = find(groups, compacted, Contents.UNKNOWN);

            for (int i = 0; i < groups.size(); i++) {
                long truth = oldest(groups.get(i));
                var at = found.get(i).oldest().orElseThrow();
                if (compacted) {
                    assertThat(truth).isBetween(at.time(), at.latest().orElseThrow());
                } else {
                    assertThat(at.time()).isBetween(truth - TOLERANCE, truth);
                    assertThat(at.latest()).hasValue(at.time());
                }
            }
            readOn(random, groups);
        }
    }

    private void readOn(Random random, List<long[]> groups) {
        groups.forEach(group ->
                Arrays.setAll(group, i -> Math.min(logs.get(i).end() - 1, group[i] + random.nextInt(3))));
        logs.forEach(log -> log.isBetween(log.earliest(), log.end()));
    }

    @Test
    void asksEachPartitionFewQuestionsHoweverManyGroupsThereAre() {
        Random random = new Random(1);
        fill(random, 20, 200, 0);

        find(groups(random, 100), false, Contents.UNKNOWN);
        int first = questions;
        find(groups(random, 100), false, Contents.UNKNOWN);

        assertThat(first / logs.size()).isLessThan(30);
        assertThat(questions - first).isLessThan(first);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsWhatWaitsInEveryPartitionThoughItIsNotTheOldest(long seed) {
        Random random = new Random(seed);
        fill(random, 6, 40, FAR_APART);
        List<long[]> groups = groups(random, 5);

        List<OldestUnread> found = find(groups, false, new AllSince());

        for (int i = 0; i < groups.size(); i++) {
            assertThat(found.get(i).waiting()).hasSize(unread(groups.get(i)));
        }
    }

    /** Of each record it is known when it was released; not how many there are. */
    private final class AllSince implements Contents {

        @Override
        public boolean isKnown(TopicPartition partition) {
            return true;
        }

        @Override
        public List<Waiting> newest(TopicPartition partition, long number, long since) {
            return records(partition.partition()).values().stream()
                    .filter(time -> time >= since)
                    .map(time -> new Waiting(null, "some", Waiting.Urgency.LOW, Instant.ofEpochMilli(time), null))
                    .toList();
        }
    }

    private NavigableMap<Long, Long> records(int partition) {
        return Objects.requireNonNull(broker.get(logs.get(partition)));
    }

    private int unread(long[] group) {
        int unread = 0;
        for (int i = 0; i < group.length; i++) {
            unread += records(i).tailMap(group[i]).size();
        }
        return unread;
    }

    private void fill(Random random, int partitions, int number, int kind) {
        for (int i = 0; i < partitions; i++) {
            TreeMap<Long, Long> records = new TreeMap<>();
            long offset = random.nextInt(1_000);
            for (long time : times(random, number, kind)) {
                records.put(offset++, time);
            }
            PartitionLog log = new PartitionLog(new TopicPartition("some", i));
            log.isBetween(records.firstKey(), offset);
            logs.add(log);
            broker.put(log, records);
        }
    }

    private static long[] times(Random random, int number, int kind) {
        LongStream times = LongStream.generate(() -> NOW
                - switch (kind) {
                    case 0 -> random.nextLong(WEEK);
                    case 1 -> random.nextLong(1 + random.nextLong(WEEK));
                    case 2 -> 10_000L * random.nextInt(8);
                    case FAR_APART -> 10_000L * random.nextInt(60_000);
                    default -> random.nextInt(2_000);
                });
        return (kind == FAR_APART ? times.distinct() : times)
                .limit(number)
                .sorted()
                .toArray();
    }

    private void compact(Random random) {
        broker.values().forEach(records -> {
            long last = records.lastKey();
            records.keySet().removeIf(offset -> offset < last && random.nextInt(3) == 0);
        });
    }

    /** By group where it stands in each partition, before the end. */
    private List<long[]> groups(Random random, int number) {
        List<long[]> groups = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            groups.add(logs.stream()
                    .mapToLong(log -> random.nextLong(log.earliest(), log.end()))
                    .toArray());
        }
        return groups;
    }

    private long oldest(long[] group) {
        long oldest = Long.MAX_VALUE;
        for (int i = 0; i < group.length; i++) {
            oldest = Math.min(oldest, records(i).ceilingEntry(group[i]).getValue());
        }
        return oldest;
    }

    private List<OldestUnread> find(List<long[]> groups, boolean compacted, Contents contents) {
        List<OldestUnread> all = new ArrayList<>();
        for (long[] group : groups) {
            OldestUnread one = new OldestUnread(compacted, contents);
            for (int i = 0; i < group.length; i++) {
                Reader reader = new Reader("group", Members.NONE, logs.get(i), group[i]);
                reader.place(Map.of(), new History(3));
                one.add(reader);
            }
            all.add(one);
        }
        while (true) {
            Map<PartitionLog, OldestUnread.Question> round = new HashMap<>();
            all.forEach(one -> one.ask(NOW, question -> round.putIfAbsent(question.log(), question) == null));
            if (round.isEmpty()) {
                return all;
            }
            round.values().forEach(this::answer);
        }
    }

    private void answer(OldestUnread.Question question) {
        questions++;
        Map.Entry<Long, Long> first = Objects.requireNonNull(broker.get(question.log())).entrySet().stream()
                .filter(each -> each.getValue() >= question.time())
                .findFirst()
                .orElse(Map.entry(-1L, -1L));
        question.log()
                .times()
                .answer(
                        question.time(),
                        first.getKey(),
                        first.getValue(),
                        question.log().end());
    }
}
