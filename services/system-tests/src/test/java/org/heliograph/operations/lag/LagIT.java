package org.heliograph.operations.lag;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.operations.lag.LagReport.Unavailable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Readers of all kinds on a real broker, as operations sees them with its own rights: it may read none of the topics.
 */
class LagIT {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long SECOND = 1_000;

    private static LagGrounds grounds;

    @BeforeAll
    static void lay() {
        grounds = new LagGrounds();
    }

    @AfterAll
    static void leave() {
        grounds.close();
    }

    @Test
    void tellsAStoppedReaderFromOneThatIsConnectedAndGetsNowhere() {
        TopicPartition at = grounds.topic("lag.stopped", Map.of());
        List<Instant> dates = grounds.send(at, 40);
        grounds.commit("stopped", at, 7);
        try (KafkaConsumer<String, String> stalled = grounds.consumer("stalled");
                LagGrounds.Look look = grounds.look()) {
            stalled.subscribe(List.of(at.topic()));
            await().until(() -> !stalled.poll(POLL).isEmpty());
            stalled.commitSync(Map.of(at, new OffsetAndMetadata(21)));
            looks(look, LagGrounds.WINDOW - 1);

            LagReport report = look.report();

            LagRow row = row(report, "stopped");
            assertThat(row.state()).isEqualTo(LagState.STOP);
            assertThat(row.cause()).isEqualTo(Cause.NOBODY_CONNECTED);
            assertThat(row.unread()).isEqualTo(33);
            isAppendedAt(row, dates.get(7), report.at());
            LagRow other = row(report, "stalled");
            assertThat(other.state()).isEqualTo(LagState.STALL);
            assertThat(other.cause()).isEqualTo(Cause.NO_PROGRESS);
            assertThat(other.unread()).isEqualTo(19);
            isAppendedAt(other, dates.get(21), report.at());
        }
    }

    @Test
    void findsTheTimeOfARecordInTheMiddleOfABatch() {
        TopicPartition at = grounds.topic("lag.batch", Map.of());
        grounds.send(at, 3);
        Instant batch;
        try (KafkaProducer<String, String> slow =
                grounds.producer(Map.of("linger.ms", 60_000, "batch.size", 100_000))) {
            var last = IntStream.range(0, 50)
                    .mapToObj(i -> slow.send(new ProducerRecord<>(at.topic(), 0, "key", "value " + i)))
                    .toList()
                    .getLast();
            slow.flush();
            batch = Instant.ofEpochMilli(last.resultNow().timestamp());
        }
        grounds.send(at, 3);
        grounds.commit("mid-batch", at, 30);

        try (LagGrounds.Look look = grounds.look()) {
            LagReport report = look.report();
            isAppendedAt(row(report, "mid-batch"), batch, report.at());
        }
    }

    @Test
    void warnsOfAReaderThatIsTooSlowAndOfOneThatFluctuatesAndFallsBehind() {
        TopicPartition at = grounds.topic("lag.slow", Map.of());
        grounds.send(at, 100);
        try (LagGrounds.Look look = grounds.look()) {
            // Ten come before each look but the first. Unread: slow 10, 15, 20; fluctuating 15, 12, 21; healthy 10, 0,
            // 10; faster 20, 15, 10.
            LagReport report = look(look, at, Map.of("slow", 90L, "fluctuating", 85L, "healthy", 90L, "faster", 80L));
            grounds.send(at, 10);
            look(look, at, Map.of("slow", 95L, "fluctuating", 98L, "healthy", 110L, "faster", 95L));
            grounds.send(at, 10);
            assertThat(row(report, "slow").state()).isEqualTo(LagState.OK);
            report = look(look, at, Map.of("slow", 100L, "fluctuating", 99L, "healthy", 110L, "faster", 110L));

            assertThat(row(report, "slow").state()).isEqualTo(LagState.WARN);
            assertThat(row(report, "slow").cause()).isEqualTo(Cause.TOO_SLOW);
            assertThat(row(report, "slow").trend()).isEqualTo(Trend.GROWING);
            assertThat(row(report, "fluctuating").state()).isEqualTo(LagState.WARN);
            assertThat(row(report, "healthy").state()).isEqualTo(LagState.OK);
            assertThat(row(report, "faster").state()).isEqualTo(LagState.OK);
            assertThat(row(report, "faster").trend()).isEqualTo(Trend.SHRINKING);
        }
    }

    private static LagReport look(LagGrounds.Look look, TopicPartition at, Map<String, Long> committed) {
        committed.forEach((group, offset) -> grounds.commit(group, at, offset));
        return look.report();
    }

    @Test
    void tellsAReaderThatWentBackUntilItHasCaughtUp() {
        TopicPartition at = grounds.topic("lag.rewound", Map.of());
        List<Instant> dates = grounds.send(at, 20);
        try (LagGrounds.Look look = grounds.look()) {
            grounds.commit("rewound", at, 18);
            look.report();
            grounds.commit("rewound", at, 4);
            LagReport report = look.report();

            assertThat(row(report, "rewound").state()).isEqualTo(LagState.REWIND);
            assertThat(row(report, "rewound").cause()).isEqualTo(Cause.SET_BACK);
            isAppendedAt(row(report, "rewound"), dates.get(4), report.at());
            grounds.commit("rewound", at, 20);
            assertThat(look.of("rewound").state()).isEqualTo(LagState.OK);
        }
    }

    @Test
    void countsNeitherWhatWasGivenUpNorWhatIsNotCommittedForAReaderOfTransactions() {
        TopicPartition at = grounds.topic("lag.transactions", Map.of());
        try (KafkaProducer<String, String> writer = grounds.producer(Map.of("transactional.id", "lag-writer"));
                KafkaConsumer<String, String> reader = grounds.consumer("of-transactions");
                LagGrounds.Look look = grounds.look()) {
            writer.initTransactions();
            transaction(writer, at, 5);
            writer.commitTransaction();
            transaction(writer, at, 7);
            writer.abortTransaction();
            reader.assign(List.of(at));
            await().until(() -> {
                reader.poll(POLL);
                return reader.position(at) == 14;
            });
            reader.commitSync();
            transaction(writer, at, 3);

            looks(look, LagGrounds.WINDOW);
            LagRow open = look.of("of-transactions");
            assertThat(open.unread()).isZero();
            assertThat(open.oldest()).isNull();
            assertThat(open.state()).isEqualTo(LagState.OK);
            writer.commitTransaction();
            await().untilAsserted(() -> {
                LagRow committed = look.of("of-transactions");
                assertThat(committed.unread()).isEqualTo(4);
                assertThat(committed.oldest()).isNotNull();
            });
        }
    }

    @Test
    void takesTheEndOfATransactionForNothingWhereTheGateWrites() {
        TopicPartition at = grounds.topic("inbox.nobody.alerts", Map.of());
        try (KafkaProducer<String, String> writer = grounds.producer(Map.of("transactional.id", "lag-gate"));
                LagGrounds.Look look = grounds.look()) {
            writer.initTransactions();
            transaction(writer, at, 2);
            writer.commitTransaction();
            grounds.commit("after-the-last-record", at, 2);
            grounds.commit("before-the-last-record", at, 1);

            await().untilAsserted(() ->
                    assertThat(look.of("before-the-last-record").unread()).isEqualTo(2));
            assertThat(look.of("after-the-last-record").unread()).isZero();
        }
    }

    @Test
    void saysWhatWasDeletedBeforeItWasRead() {
        TopicPartition drained = grounds.topic("lag.drained", Map.of());
        TopicPartition truncated = grounds.topic("lag.truncated", Map.of());
        grounds.send(drained, 10);
        List<Instant> dates = grounds.send(truncated, 10);
        grounds.commit("drained", drained, 4);
        grounds.commit("truncated", truncated, 4);
        grounds.deleteRecordsBefore(drained, 10);
        grounds.deleteRecordsBefore(truncated, 7);

        try (LagGrounds.Look look = grounds.look()) {
            looks(look, LagGrounds.WINDOW - 1);
            LagReport report = look.report();

            LagRow nothing = row(report, "drained");
            assertThat(nothing.unread()).isZero();
            assertThat(nothing.lost()).isEqualTo(6);
            assertThat(nothing.oldest()).isNull();
            assertThat(nothing.cause()).isEqualTo(Cause.DELETED_UNREAD);
            LagRow some = row(report, "truncated");
            assertThat(some.unread()).isEqualTo(3);
            assertThat(some.lost()).isEqualTo(3);
            assertThat(some.cause()).isEqualTo(Cause.DELETED_UNREAD);
            isAppendedAt(some, dates.get(7), report.at());
        }
    }

    @Test
    void saysWhenRetentionBeginsToDeleteWhatIsUnread() {
        TopicPartition kept = grounds.topic("lag.kept", Map.of("retention.ms", "86400000"));
        TopicPartition forEver = grounds.topic("lag.for-ever", Map.of("retention.ms", "-1"));
        List<Instant> dates = grounds.send(kept, 3);
        grounds.send(forEver, 3);
        grounds.commit("kept", kept, 1);
        grounds.commit("for-ever", forEver, 1);

        try (LagGrounds.Look look = grounds.look()) {
            LagReport report = look.report();

            assertThat(row(report, "kept").deletedFrom())
                    .isBetween(
                            dates.get(1).plus(Duration.ofDays(1)).minusMillis(SECOND),
                            dates.get(1).plus(Duration.ofDays(1)).plusMillis(SECOND));
            assertThat(row(report, "for-ever").deletedFrom()).isNull();
        }
    }

    @Test
    void saysOfACompactedRecordHowOldItIsOrMayBe() {
        TopicPartition at = grounds.topic(
                "lag.compacted",
                Map.of(
                        "cleanup.policy", "compact",
                        "segment.ms", "100",
                        "min.cleanable.dirty.ratio", "0.01",
                        "max.compaction.lag.ms", "100"));
        grounds.send(at, "first");
        Instant replaced = grounds.send(at, "replaced");
        grounds.commit("watched", at, 1);
        grounds.commit("late", at, 1);
        try (LagGrounds.Look look = grounds.look();
                LagGrounds.Look late = grounds.look()) {
            LagReport before = look.report();
            isAppendedAt(row(before, "watched"), replaced, before.at());
            Instant kept = grounds.send(at, "kept");
            grounds.send(at, "replaced");

            // The cleaner comes when it likes; what follows keeps the segment from being the last.
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                grounds.send(at, "more");
                LagReport report = look.report();
                assertThat(row(report, "watched").oldest()).isEqualTo(kept);
                assertThat(row(report, "watched").ageAtLeastMillis())
                        .isEqualTo(row(report, "watched").ageMillis());
            });
            LagReport report = late.report();
            LagRow row = row(report, "late");
            assertThat(Duration.between(kept, report.at()).toMillis())
                    .isBetween(
                            requireNonNull(row.ageAtLeastMillis()) - SECOND, requireNonNull(row.ageMillis()) + SECOND);
        }
    }

    @Test
    void namesWhatVanishedAndWhatItMayNotSeeAndTellsTheRest() {
        TopicPartition gone = grounds.topic("lag.gone", Map.of());
        TopicPartition here = grounds.topic("lag.here", Map.of());
        grounds.send(gone, 3);
        grounds.send(here, 3);
        grounds.commit("of-two", gone, 1);
        grounds.commit("of-two", here, 1);
        try (LagGrounds.Look look = grounds.look();
                LagGrounds.Look xb = grounds.lookAs("xb")) {
            look.report();
            grounds.deleteTopic(gone.topic());

            LagReport report = look.report();
            LagReport blind = xb.report(new Owners(Map.of(), Set.of(), Set.of("inbox.xa.alerts")));

            assertThat(report.unavailable())
                    .contains(new Unavailable(Unavailable.Kind.TOPIC, gone.topic(), "UnknownTopicOrPartition"));
            assertThat(row(report, "of-two").topic()).isEqualTo(here.topic());
            assertThat(blind.unavailable())
                    .contains(new Unavailable(Unavailable.Kind.TOPIC, "inbox.xa.alerts", "TopicAuthorization"));
        }
    }

    @Test
    void noticesAReaderBeyondTheEndOfATopicThatWasMadeAnew() {
        TopicPartition at = grounds.topic("lag.anew", Map.of());
        grounds.send(at, 2);
        grounds.commit("beyond", at, 50);

        try (LagGrounds.Look look = grounds.look()) {
            LagRow row = look.of("beyond");

            assertThat(row.cause()).isEqualTo(Cause.BEYOND_THE_END);
            assertThat(row.state()).isEqualTo(LagState.WARN);
            assertThat(row.unread()).isZero();
        }
    }

    private static void transaction(KafkaProducer<String, String> writer, TopicPartition to, int number) {
        writer.beginTransaction();
        for (int i = 0; i < number; i++) {
            writer.send(new ProducerRecord<>(to.topic(), to.partition(), "key", "value"));
        }
        writer.flush();
    }

    private static void looks(LagGrounds.Look look, int number) {
        for (int i = 0; i < number; i++) {
            look.report();
        }
    }

    private static LagRow row(LagReport report, String group) {
        return report.rows().stream()
                .filter(row -> row.group().equals(group))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing of " + group));
    }

    private static void isAppendedAt(LagRow row, Instant truth, Instant at) {
        assertThat(row.oldest()).isBetween(truth.minusMillis(SECOND), truth.plusMillis(SECOND));
        assertThat(row.ageMillis())
                .isBetween(
                        Duration.between(truth, at).toMillis() - SECOND,
                        Duration.between(truth, at).toMillis() + SECOND);
    }
}
