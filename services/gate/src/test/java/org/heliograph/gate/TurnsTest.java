package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Everybody gets a turn, whoever has a backlog. */
class TurnsTest {

    private static final TopicPartition XB = new TopicPartition("outbox.xb", 0);
    private static final TopicPartition XB_TOO = new TopicPartition("outbox.xb", 1);
    private static final TopicPartition XA = new TopicPartition("outbox.xa", 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final Turns turns = new Turns(500);

    TurnsTest() {
        List<TopicPartition> all = List.of(XB, XB_TOO, XA);
        consumer.assign(all);
        consumer.updateBeginningOffsets(Map.of(XB, 0L, XB_TOO, 0L, XA, 0L));
        consumer.setMaxPollRecords(Turns.SLICE);
    }

    @Test
    void takesTheOneRecordOfAPartyThoughAnotherHasABacklog() {
        backlog(XB, 2_000);
        backlog(XB_TOO, 2_000);
        backlog(XA, 1);
        for (int time = 0; time < 4; time++) {
            turns.took(500, Duration.ofMillis(10));
        }

        ConsumerRecords<byte[], byte[]> taken = take();

        assertThat(taken.records(XA)).hasSize(1);
        assertThat(taken.count()).isBetween(500, 500 + Turns.SLICE);
        assertThat(consumer.paused()).isEmpty();
    }

    @Test
    void takesAllInOrderAndGoesOnBehindIt() {
        backlog(XB, 300);

        List<Long> offsets = LongStream.rangeClosed(1, 3)
                .mapToObj(time -> take())
                .flatMap(taken -> taken.records(XB).stream())
                .map(ConsumerRecord::offset)
                .toList();

        assertThat(offsets).isEqualTo(LongStream.range(0, 300).boxed().toList());
    }

    @Test
    void takesMoreWhileTransactionsAreShortAndLessOnceTheyTakeLong() {
        backlog(XB, 5_000);
        assertThat(take().count()).isEqualTo(100);

        turns.took(100, Duration.ofMillis(10));
        assertThat(take().count()).isEqualTo(200);

        turns.took(200, Duration.ofMillis(10));
        assertThat(take().count()).isEqualTo(300);

        turns.took(300, Duration.ofSeconds(1));
        assertThat(take().count()).isEqualTo(200);
    }

    @Test
    void leavesThoseAloneThatOthersPaused() {
        backlog(XB, 10);
        backlog(XA, 10);
        consumer.pause(List.of(XA));

        assertThat(take().partitions()).containsExactly(XB);
        assertThat(consumer.paused()).containsExactly(XA);
    }

    private ConsumerRecords<byte[], byte[]> take() {
        return turns.take(consumer, Duration.ZERO);
    }

    private void backlog(TopicPartition partition, int number) {
        for (int offset = 0; offset < number; offset++) {
            consumer.addRecord(new ConsumerRecord<>(
                    partition.topic(), partition.partition(), offset, new byte[0], new byte[] {1}));
        }
    }
}
