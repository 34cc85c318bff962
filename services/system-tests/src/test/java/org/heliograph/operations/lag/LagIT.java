package org.heliograph.operations.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.operations.identity.TokenRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Readers of all kinds on a real broker, as operations sees them with its own rights: it may read none of the topics.
 */
@ExtendWith(LagGroundsExtension.class)
class LagIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(200);

    private final LagGrounds grounds;

    LagIT(LagGrounds grounds) {
        this.grounds = grounds;
    }

    @Test
    void saysOfAStoppedReaderWhetherItsSystemIsRefusedAToken() {
        TopicPartition at = grounds.topic("lag.refused", Map.of());
        grounds.send(at, 3);
        grounds.commit("refused", at, 1);
        Instant since = Instant.parse("2026-11-28T09:00:00.5Z");
        try (LagGrounds.Look look = grounds.look()) {
            look.times(LagGrounds.WINDOW - 1);
            String system = look.of("refused").system();

            LagRow refused = LagGrounds.row(
                    look.report(owners(system, new TokenRequests.Asked(null, since, "SECRET"))), "refused");
            LagRow given =
                    LagGrounds.row(look.report(owners(system, new TokenRequests.Asked(since, null, null))), "refused");

            assertThat(refused.cause()).isEqualTo(Cause.TOKEN_REFUSED);
            assertThat(Objects.requireNonNull(refused.why()).evidence())
                    .contains(system + " a token since 2026-11-28T09:00:00Z", "its secret is none of those in force");
            assertThat(given.cause()).isEqualTo(Cause.NOBODY_CONNECTED);
            assertThat(Objects.requireNonNull(given.why()).evidence())
                    .contains(system + " got its last token at 2026-11-28T09:00:00Z");
        }
    }

    private static Owners owners(String system, TokenRequests.Asked asked) {
        return new Owners(Map.of(), Set.of(), Set.of(), Map.of(), "", Map.of(system, asked));
    }

    @Test
    void tellsAStoppedReaderFromOneThatIsConnectedAndGetsNowhere() {
        TopicPartition at = grounds.topic("lag.stopped", Map.of());
        List<Instant> dates = grounds.send(at, 40);
        grounds.commit("stopped", at, 7);
        try (KafkaConsumer<String, String> stalled = grounds.consumer("stalled");
                LagGrounds.Look look = grounds.look()) {
            stalled.subscribe(List.of(at.topic()));
            await().atMost(PATIENCE).until(() -> !stalled.poll(POLL).isEmpty());
            stalled.commitSync(Map.of(at, new OffsetAndMetadata(21)));
            look.times(LagGrounds.WINDOW - 1);

            LagReport report = look.report();

            LagRow row = LagGrounds.row(report, "stopped");
            assertThat(row.state()).isEqualTo(LagState.STOP);
            assertThat(row.cause()).isEqualTo(Cause.NOBODY_CONNECTED);
            assertThat(row.unread()).isEqualTo(33);
            LagGrounds.isAppendedAt(row, dates.get(7), report.at());
            LagRow other = LagGrounds.row(report, "stalled");
            assertThat(other.state()).isEqualTo(LagState.STALL);
            assertThat(other.cause()).isEqualTo(Cause.NO_PROGRESS);
            assertThat(other.unread()).isEqualTo(19);
            LagGrounds.isAppendedAt(other, dates.get(21), report.at());
        }
    }

    @Test
    void findsTheTimeOfARecordInTheMiddleOfABatch() {
        TopicPartition at = grounds.topic("lag.batch", Map.of());
        grounds.send(at, 3);
        Instant batch = grounds.sendBatch(at, 50);
        grounds.send(at, 3);
        grounds.commit("mid-batch", at, 30);

        try (LagGrounds.Look look = grounds.look()) {
            LagReport report = look.report();
            LagGrounds.isAppendedAt(LagGrounds.row(report, "mid-batch"), batch, report.at());
        }
    }

    @Test
    void warnsOfAReaderThatIsTooSlowAndOfOneThatFluctuatesAndFallsBehind() {
        TopicPartition at = grounds.topic("lag.slow", Map.of());
        grounds.send(at, 100);
        try (LagGrounds.Look look = grounds.look()) {
            // Ten come before each look but the first. Unread: slow 10, 15, 20; fluctuating 15, 12, 21; healthy 10, 0,
            // 10; faster 20, 15, 10.
            LagReport report =
                    grounds.look(look, at, Map.of("slow", 90L, "fluctuating", 85L, "healthy", 90L, "faster", 80L));
            grounds.send(at, 10);
            grounds.look(look, at, Map.of("slow", 95L, "fluctuating", 98L, "healthy", 110L, "faster", 95L));
            grounds.send(at, 10);
            assertThat(LagGrounds.row(report, "slow").state()).isEqualTo(LagState.OK);
            report = grounds.look(look, at, Map.of("slow", 100L, "fluctuating", 99L, "healthy", 110L, "faster", 110L));

            assertThat(LagGrounds.row(report, "slow").state()).isEqualTo(LagState.WARN);
            assertThat(LagGrounds.row(report, "slow").cause()).isEqualTo(Cause.TOO_SLOW);
            assertThat(LagGrounds.row(report, "slow").trend()).isEqualTo(Trend.GROWING);
            assertThat(LagGrounds.row(report, "fluctuating").state()).isEqualTo(LagState.WARN);
            assertThat(LagGrounds.row(report, "healthy").state()).isEqualTo(LagState.OK);
            assertThat(LagGrounds.row(report, "faster").state()).isEqualTo(LagState.OK);
            assertThat(LagGrounds.row(report, "faster").trend()).isEqualTo(Trend.SHRINKING);
        }
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

            assertThat(LagGrounds.row(report, "rewound").state()).isEqualTo(LagState.REWIND);
            assertThat(LagGrounds.row(report, "rewound").cause()).isEqualTo(Cause.SET_BACK);
            LagGrounds.isAppendedAt(LagGrounds.row(report, "rewound"), dates.get(4), report.at());
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
            LagGrounds.transaction(writer, at, 5);
            writer.commitTransaction();
            LagGrounds.transaction(writer, at, 7);
            writer.abortTransaction();
            reader.assign(List.of(at));
            await().atMost(PATIENCE).until(() -> {
                reader.poll(POLL);
                return reader.position(at) == 14;
            });
            reader.commitSync();
            LagGrounds.transaction(writer, at, 3);

            look.times(LagGrounds.WINDOW);
            LagRow open = look.of("of-transactions");
            assertThat(open.unread()).isZero();
            assertThat(open.oldest()).isNull();
            assertThat(open.state()).isEqualTo(LagState.OK);
            writer.commitTransaction();
            await().atMost(PATIENCE).untilAsserted(() -> {
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
            LagGrounds.transaction(writer, at, 2);
            writer.commitTransaction();
            grounds.commit("after-the-last-record", at, 2);
            grounds.commit("before-the-last-record", at, 1);

            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(look.of("before-the-last-record").unread())
                                    .isEqualTo(2));
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
            look.times(LagGrounds.WINDOW - 1);
            LagReport report = look.report();

            LagRow nothing = LagGrounds.row(report, "drained");
            assertThat(nothing.unread()).isZero();
            assertThat(nothing.lost()).isEqualTo(6);
            assertThat(nothing.oldest()).isNull();
            assertThat(nothing.cause()).isEqualTo(Cause.DELETED_UNREAD);
            LagRow some = LagGrounds.row(report, "truncated");
            assertThat(some.unread()).isEqualTo(3);
            assertThat(some.lost()).isEqualTo(3);
            assertThat(some.cause()).isEqualTo(Cause.DELETED_UNREAD);
            LagGrounds.isAppendedAt(some, dates.get(7), report.at());
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

            assertThat(LagGrounds.row(report, "kept").deletedFrom())
                    .isBetween(
                            dates.get(1).plus(Duration.ofDays(1)).minusMillis(LagGrounds.SECOND),
                            dates.get(1).plus(Duration.ofDays(1)).plusMillis(LagGrounds.SECOND));
            assertThat(LagGrounds.row(report, "for-ever").deletedFrom()).isNull();
        }
    }
}
