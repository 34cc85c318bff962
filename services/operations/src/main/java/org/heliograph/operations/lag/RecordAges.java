package org.heliograph.operations.lag;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
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

    /** What is asked of one partition. */
    private record Question(PartitionLog log, long record, long time) {}

    /**
     * Finds all that is wanted, or as much as there is time for.
     *
     * @param keeping by topic; what is not in it is taken to be compacted
     */
    void find(Collection<PartitionLog> logs, Map<String, LagCluster.Keeping> keeping) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        verify(logs, keeping);
        Collection<PartitionLog> open = logs;
        for (int round = 0; round < MOST_ROUNDS && System.nanoTime() < deadline; round++) {
            Map<TopicPartition, Question> questions = questions(open, keeping);
            if (questions.isEmpty()) {
                return;
            }
            // Who does not answer now does not in the next round either.
            open = answered(questions);
        }
    }

    private Map<TopicPartition, Question> questions(
            Collection<PartitionLog> open, Map<String, LagCluster.Keeping> keeping) {
        Map<TopicPartition, Question> questions = new HashMap<>();
        long now = clock.millis();
        for (PartitionLog log : open) {
            long record = log.open(isCompacted(log, keeping));
            if (record >= 0) {
                long time = log.times().question(record, log.end(), now);
                questions.put(log.partition(), new Question(log, record, time));
            }
        }
        return questions;
    }

    private List<PartitionLog> answered(Map<TopicPartition, Question> questions) {
        List<PartitionLog> answered = new ArrayList<>();
        ask(questions, (question, info) -> {
            PartitionLog log = question.log();
            log.times().answer(question.time(), info.offset(), info.timestamp(), log.end());
            answered.add(log);
        });
        return answered;
    }

    /** Of each partition that may lose records in the middle one that was found before, another one each time. */
    private void verify(Collection<PartitionLog> logs, Map<String, LagCluster.Keeping> keeping) {
        looks++;
        Map<TopicPartition, Question> questions = new HashMap<>();
        for (PartitionLog log : logs) {
            if (isCompacted(log, keeping) && log.isWanted()) {
                long record = log.wanted(looks);
                log.times()
                        .toVerify(record)
                        .ifPresent(time -> questions.put(log.partition(), new Question(log, record, time)));
            }
        }
        ask(
                questions,
                (question, info) ->
                        question.log().times().verified(question.record(), info.offset(), info.timestamp()));
    }

    private void ask(Map<TopicPartition, Question> questions, BiConsumer<Question, ListOffsetsResultInfo> answered) {
        Map<TopicPartition, Long> times = new HashMap<>();
        questions.forEach((partition, question) -> times.put(partition, question.time()));
        cluster.firstSince(
                times,
                (partition, info) -> Optional.ofNullable(questions.get(partition))
                        .ifPresent(question -> answered.accept(question, info)));
    }

    private static boolean isCompacted(PartitionLog log, Map<String, LagCluster.Keeping> keeping) {
        return Optional.ofNullable(keeping.get(log.partition().topic()))
                .map(LagCluster.Keeping::compacted)
                .orElse(true);
    }
}
