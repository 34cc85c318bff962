package org.heliograph.operations.lag;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds when unread records were appended, of all partitions at once: each round asks one question of every partition
 * that still has one. Not for several threads.
 */
final class RecordAges {

    /** What is not found until then is found by a later look, which knows all that this one learnt. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int MOST_ROUNDS = 20_000;

    private final LagCluster cluster;
    private final InstantSource clock;
    private int looks;

    RecordAges(LagCluster cluster, InstantSource clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    /** @param keeping by topic; what is not in it is taken to be compacted */
    void find(Collection<PartitionLog> logs, Map<String, LagCluster.Keeping> keeping) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        verify(logs, keeping);
        List<PartitionLog> open = new ArrayList<>(logs);
        for (int round = 0; round < MOST_ROUNDS && System.nanoTime() < deadline; round++) {
            Map<TopicPartition, Long> questions = new HashMap<>();
            Map<TopicPartition, PartitionLog> asked = new HashMap<>();
            long now = clock.millis();
            open.removeIf(log -> {
                long offset = log.open(isCompacted(log, keeping));
                if (offset >= 0) {
                    questions.put(log.partition(), log.times().question(offset, log.end(), now));
                    asked.put(log.partition(), log);
                }
                return offset < 0;
            });
            if (questions.isEmpty()) {
                return;
            }
            cluster.firstSince(questions, (partition, info) -> {
                PartitionLog log = asked.get(partition);
                log.times().answer(questions.get(partition), info.offset(), info.timestamp(), log.end());
            });
            // Without an answer there is none in the next round either.
            open.removeIf(log -> log.end() < 0);
        }
    }

    /** Of each partition that may lose records in the middle one that was found before, another one each time. */
    private void verify(Collection<PartitionLog> logs, Map<String, LagCluster.Keeping> keeping) {
        looks++;
        Map<TopicPartition, Long> questions = new HashMap<>();
        Map<TopicPartition, Long> records = new HashMap<>();
        Map<TopicPartition, PartitionLog> asked = new HashMap<>();
        for (PartitionLog log : logs) {
            if (isCompacted(log, keeping) && log.isWanted()) {
                long record = log.wanted(looks);
                OptionalLong time = log.times().toVerify(record);
                if (time.isPresent()) {
                    questions.put(log.partition(), time.getAsLong());
                    records.put(log.partition(), record);
                    asked.put(log.partition(), log);
                }
            }
        }
        cluster.firstSince(
                questions,
                (partition, info) ->
                        asked.get(partition).times().verified(records.get(partition), info.offset(), info.timestamp()));
    }

    private static boolean isCompacted(PartitionLog log, Map<String, LagCluster.Keeping> keeping) {
        return Optional.ofNullable(keeping.get(log.partition().topic()))
                .map(LagCluster.Keeping::compacted)
                .orElse(true);
    }
}
