package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.events.Redelivery;
import org.heliograph.exchange.wire.WireValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is fetched of what operators ask for. */
class RedeliveriesTest {

    private static final TopicPartition OUTBOX = new TopicPartition("outbox.iom", 3);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Set<TopicPartition> HELD = Set.of(OUTBOX, new TopicPartition("gate.redeliveries", 3));

    private final Platform platform = new Platform();
    private final GatePolicy policy = platform.gatePolicy();
    private final MemoryShelf shelf = new MemoryShelf();
    private final Redeliveries redeliveries = new Redeliveries(
            new PastDispatches(shelf, new RecordJudge(new DispatchReader(1_000_000)), 100, LONG), LONG);

    @Test
    void fetchesTheDispatchThatIsPointedAt() {
        byte[] value = platform.dispatch(5, Events.alert("iom"));
        shelf.put(70, value);
        Redelivery asked = asked("outbox.iom", 3, 70);

        assertThat(fetch(asked)).singleElement().isInstanceOfSatisfying(Asked.There.class, there -> {
            assertThat(there.redelivery()).isEqualTo(asked);
            assertThat(there.dispatch().value()).isEqualTo(value);
        });
    }

    @Test
    void fetchesNoMoreAtOnceThanFitIntoATransaction() {
        Redelivery[] many = new Redelivery[Redeliveries.MOST + 5];
        for (int i = 0; i < many.length; i++) {
            shelf.put(i, platform.dispatch(i + 1L, Events.alert("iom")));
            many[i] = asked("outbox.iom", 3, i);
        }

        assertThat(fetch(many)).hasSize(Redeliveries.MOST);
    }

    @Test
    void findsNothingOfAnOutboxThatThePolicyDoesNotKnow() {
        Redelivery asked = asked("outbox.nobody", 3, 70);

        assertThat(fetch(asked)).containsExactly(new Asked.Gone(asked));
        assertThat(shelf.reads()).isEmpty();
    }

    @Test
    void findsNothingThatTheOutboxHoldsNoMore() {
        shelf.put(70, platform.dispatch(5, Events.alert("iom")));
        shelf.deleteBefore(71);
        Redelivery asked = asked("outbox.iom", 3, 70);

        assertThat(fetch(asked)).containsExactly(new Asked.Gone(asked));
    }

    @Test
    void readsNoTopicButOutboxesAndNoOtherPartitionThanItsOwn() {
        assertThat(fetch(
                        asked("inbox.iom.alerts", 3, 70),
                        asked("outbox.iom", 2, 70),
                        asked("outbox.iom", 3, -1),
                        asked("outbox.iom/../x", 3, 0)))
                .hasSize(4)
                .allSatisfy(one -> assertThat(one).isInstanceOf(Asked.Unreadable.class));
        assertThat(shelf.reads()).isEmpty();
    }

    @Test
    void takesNothingForAPointerThatIsWrittenOtherwise() {
        byte[] dispatch = platform.dispatch(5, Events.alert("iom"));

        for (byte[] value : List.of(new byte[0], new byte[] {1, 2, 3}, dispatch)) {
            assertThat(fetch(List.of(pointer(0, value)), HELD)).containsExactly(new Asked.Unreadable());
        }
        assertThat(fetch(List.of(pointer(0, null)), HELD)).containsExactly(new Asked.Unreadable());
        byte[] longer = new byte[] {0, 0, 0, 0, 0, 0};
        assertThat(fetch(List.of(pointer(0, WireValue.join(Platform.id(Redelivery.class), longer))), HELD))
                .containsExactly(new Asked.Unreadable());
    }

    @Test
    void fetchesNothingOfAnOutboxThatAnotherInstanceHolds() {
        shelf.put(70, platform.dispatch(5, Events.alert("iom")));

        assertThatExceptionOfType(Redeliveries.NotHeldException.class)
                .isThrownBy(() -> fetch(
                        List.of(pointer(0, Platform.wire(asked("outbox.iom", 3, 70)))),
                        Set.of(new TopicPartition("outbox.iom", 2))))
                .withMessageContaining("outbox.iom-3");
        assertThat(shelf.reads()).isEmpty();
    }

    @Test
    void triesAgainWhatIsLongInComing() {
        shelf.put(70, platform.dispatch(5, Events.alert("iom")));
        shelf.isAway(true);
        assertThat(fetch(asked("outbox.iom", 3, 70))).isEmpty();

        shelf.isAway(false);
        assertThat(fetch(asked("outbox.iom", 3, 70))).hasSize(1);
    }

    private List<Asked> fetch(Redelivery... asked) {
        List<ConsumerRecord<byte[], byte[]>> pointers = new ArrayList<>();
        for (Redelivery one : asked) {
            pointers.add(pointer(pointers.size(), Platform.wire(one)));
        }
        return fetch(pointers, HELD);
    }

    private List<Asked> fetch(List<ConsumerRecord<byte[], byte[]>> pointers, Set<TopicPartition> held) {
        redeliveries.begin();
        return redeliveries.fetch(policy, pointers, held);
    }

    private static ConsumerRecord<byte[], byte[]> pointer(long offset, byte @Nullable [] value) {
        return new ConsumerRecord<>("gate.redeliveries", 3, offset, new byte[0], value);
    }

    private static Redelivery asked(String outbox, int partition, long offset) {
        return new Redelivery("command", outbox, partition, offset, "xb", "duty-operator", "a restore", 1);
    }
}
