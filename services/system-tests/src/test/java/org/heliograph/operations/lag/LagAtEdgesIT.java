package org.heliograph.operations.lag;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.operations.lag.LagReport.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records and topics that are no more, on a real broker, as operations sees them with its own rights. */
@ExtendWith(LagGroundsExtension.class)
class LagAtEdgesIT {

    private final LagGrounds grounds;

    LagAtEdgesIT(LagGrounds grounds) {
        this.grounds = grounds;
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
        Instant first = grounds.send(at, "first");
        // Else both could have one time, and nobody could tell that the second is gone.
        await().until(() -> Instant.now().isAfter(first.plusMillis(1)));
        Instant replaced = grounds.send(at, "replaced");
        grounds.commit("watched", at, 1);
        grounds.commit("late", at, 1);
        try (LagGrounds.Look look = grounds.look();
                LagGrounds.Look late = grounds.look()) {
            LagReport before = look.report();
            LagGrounds.isAppendedAt(LagGrounds.row(before, "watched"), replaced, before.at());
            Instant kept = grounds.send(at, "kept");
            grounds.send(at, "replaced");

            // The cleaner comes when it likes; what follows keeps the segment from being the last.
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                grounds.send(at, "more");
                LagReport report = look.report();
                assertThat(LagGrounds.row(report, "watched").oldest()).isEqualTo(kept);
                assertThat(LagGrounds.row(report, "watched").ageAtLeastMillis())
                        .isEqualTo(LagGrounds.row(report, "watched").ageMillis());
            });
            LagReport report = late.report();
            LagRow row = LagGrounds.row(report, "late");
            assertThat(Duration.between(kept, report.at()).toMillis())
                    .isBetween(
                            requireNonNull(row.ageAtLeastMillis()) - LagGrounds.SECOND,
                            requireNonNull(row.ageMillis()) + LagGrounds.SECOND);
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
            LagReport blind = xb.report(Owners.of(Set.of("inbox.xa.alerts")));

            assertThat(report.unavailable())
                    .contains(new Unavailable(Unavailable.Kind.TOPIC, gone.topic(), "UnknownTopicOrPartition"));
            assertThat(LagGrounds.row(report, "of-two").topic()).isEqualTo(here.topic());
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
}
