package org.heliograph.operations.lag;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds when unread records were appended, of all partitions at once: each round asks one question of every partition
 * of which one is to be asked. Not for several threads.
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

    /**
     * Finds all that is wanted, or as much as there is time for.
     *
     * @param logs all at which somebody waits
     * @param keeping by topic; what is not in it is taken to be compacted
     */
    void find(Collection<OldestUnread> unread, Collection<PartitionLog> logs, Map<String, LagCluster.Keeping> keeping) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        verify(logs, keeping);
        Collection<OldestUnread> open = unread;
        for (int round = 0; round < MOST_ROUNDS && System.nanoTime() < deadline; round++) {
            Map<TopicPartition, OldestUnread.Question> questions = new HashMap<>();
            long now = clock.millis();
            // Of several with a question to one partition, one asks now.
            open = open.stream()
                    .filter(each -> each.ask(
                            now,
                            question -> questions.putIfAbsent(question.log().partition(), question) == null))
                    .toList();
            if (questions.isEmpty()) {
                return;
            }
            ask(questions);
        }
    }

    private void ask(Map<TopicPartition, OldestUnread.Question> questions) {
        Map<TopicPartition, Long> times = new HashMap<>();
        questions.forEach((partition, question) -> times.put(partition, question.time()));
        cluster.firstSince(
                times,
                (partition, info) -> Optional.ofNullable(questions.remove(partition))
                        .ifPresent(question -> question.log()
                                .times()
                                .answer(
                                        question.time(),
                                        info.offset(),
                                        info.timestamp(),
                                        question.log().end())));
        // Who does not answer now does not in the next round either.
        questions.values().forEach(question -> question.log().isSilent());
    }

    /** Of each partition that may lose records in the middle one that was found before, another one each time. */
    private void verify(Collection<PartitionLog> logs, Map<String, LagCluster.Keeping> keeping) {
        looks++;
        Map<TopicPartition, Verification> verifications = new HashMap<>();
        for (PartitionLog log : logs) {
            if (isCompacted(log, keeping)) {
                long record = log.wanted(looks);
                log.times()
                        .toVerify(record)
                        .ifPresent(time -> verifications.put(log.partition(), new Verification(log, record, time)));
            }
        }
        Map<TopicPartition, Long> times = new HashMap<>();
        verifications.forEach((partition, one) -> times.put(partition, one.time()));
        cluster.firstSince(
                times,
                (partition, info) -> Optional.ofNullable(verifications.get(partition))
                        .ifPresent(one -> one.log().times().verified(one.record(), info.offset(), info.timestamp())));
    }

    /** The very time of a record is asked for once more. */
    private record Verification(PartitionLog log, long record, long time) {}

    private static boolean isCompacted(PartitionLog log, Map<String, LagCluster.Keeping> keeping) {
        return Optional.ofNullable(keeping.get(log.partition().topic()))
                .map(LagCluster.Keeping::compacted)
                .orElse(true);
    }
}
