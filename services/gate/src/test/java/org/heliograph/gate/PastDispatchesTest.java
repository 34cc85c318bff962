package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.ControlHandling;
import org.heliograph.events.Envelope;
import org.heliograph.events.HandlingAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lies in an outbox, and what was said of it since. */
class PastDispatchesTest {

    private static final TopicPartition OUTBOX = new TopicPartition("outbox.iom", 3);
    private static final int MANY = 100;
    private static final Duration LONG = Duration.ofHours(1);

    private final Platform platform = new Platform();
    private final GatePolicy policy = platform.gatePolicy();
    private final MemoryShelf shelf = new MemoryShelf();
    private final RecordJudge judge = new RecordJudge(new DispatchReader(1_000_000));
    private final PastDispatches past = new PastDispatches(shelf, judge, MANY, LONG);
    private final AlertRoute alert = Events.alert("iom");
    private final UUID id = alert.getEnvelope().getEventId();

    @Test
    void findsTheVeryDispatch() {
        byte[] value = platform.dispatch(5, alert);
        shelf.put(70, value);

        assertThat(past.at(OUTBOX, 70))
                .hasValueSatisfying(found ->
                        assertThat(found.dispatch().orElseThrow().value()).isEqualTo(value));
    }

    @Test
    void saysOfWhatWasDeletedThatItIsGoneAndTakesNothingInItsPlace() {
        shelf.put(70, platform.dispatch(5, alert));
        shelf.put(71, platform.dispatch(6, Events.alert("iom")));

        shelf.deleteBefore(71);
        assertThat(past.at(OUTBOX, 70))
                .hasValueSatisfying(found -> assertThat(found.dispatch()).isEmpty());
        shelf.deleteBefore(72);
        assertThat(past.at(OUTBOX, 70))
                .hasValueSatisfying(found -> assertThat(found.dispatch()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void knowsWhatTheOriginatorSaidOfAnEventSince(HandlingAction action) {
        shelf.put(70, platform.dispatch(5, alert));
        shelf.put(73, platform.dispatch(6, Events.handling(alert.getEnvelope(), action)));

        assertThat(isHandled(70, id)).isTrue();
        assertThat(isHandled(70, UUID.randomUUID())).isFalse();
    }

    @Test
    void countsARecallThatItselfWasRefused() {
        shelf.put(70, platform.dispatch(5, alert));
        ControlHandling recall = Events.handling(alert.getEnvelope(), HandlingAction.RECALL);
        shelf.put(71, platform.dispatch(6, Platform.wire(recall), "no signature"));

        assertThat(isHandled(70, id)).isTrue();
    }

    @Test
    void doesNotTakeTheWordOfAnother() {
        shelf.put(70, platform.dispatch(5, alert));
        Envelope foreign = Envelope.newBuilder(alert.getEnvelope())
                .setOriginatorParty("xa")
                .build();
        shelf.put(71, platform.dispatch(6, Events.handling(foreign, HandlingAction.RECALL)));

        assertThat(isHandled(70, id)).isFalse();
    }

    @Test
    void readsOnWhereItStoodAndFromTheBeginningWhenAskedOfAnEarlierPlace() {
        shelf.put(70, platform.dispatch(5, alert));
        shelf.put(71, platform.dispatch(6, Events.alert("iom")));
        assertThat(isHandled(71, id)).isFalse();
        assertThat(shelf.reads()).containsExactly(71L);

        shelf.put(72, platform.dispatch(7, Events.handling(alert.getEnvelope(), HandlingAction.DELETE)));
        assertThat(isHandled(71, id)).isTrue();
        assertThat(shelf.reads()).containsExactly(72L);

        assertThat(isHandled(70, id)).isTrue();
        assertThat(shelf.reads()).containsExactly(70L, 71L, 72L);
    }

    @Test
    void saysNothingBeforeItHasReadToTheEnd() {
        shelf.put(70, platform.dispatch(5, alert));
        shelf.put(71, platform.dispatch(6, Events.handling(alert.getEnvelope(), HandlingAction.RECALL)));
        shelf.isAway(true);

        assertThat(past.handledSince(policy, OUTBOX, 70)).isEmpty();
        assertThat(past.at(OUTBOX, 70)).isEmpty();

        shelf.isAway(false);
        assertThat(isHandled(70, id)).isTrue();
    }

    @Test
    void stopsWhenItsTimeIsOverAndSaysNothing() {
        PastDispatches hasty = new PastDispatches(shelf, judge, MANY, Duration.ZERO);
        shelf.put(70, platform.dispatch(5, alert));

        assertThat(hasty.handledSince(policy, OUTBOX, 70)).isEmpty();
        assertThat(shelf.reads()).isEmpty();
    }

    @Test
    void takesEveryEventForHandledWhereThereAreMoreThanCanBeRemembered() {
        PastDispatches forgetful = new PastDispatches(shelf, judge, 1, LONG);
        shelf.put(70, platform.dispatch(5, alert));
        shelf.put(71, recallOfAny(6));
        assertThat(forgetful.handledSince(policy, OUTBOX, 70).orElseThrow().is(id))
                .isFalse();

        shelf.put(72, recallOfAny(7));
        assertThat(forgetful.handledSince(policy, OUTBOX, 70).orElseThrow().is(id))
                .isTrue();
    }

    private byte[] recallOfAny(long seq) {
        return platform.dispatch(seq, Events.handling(Events.alert("iom").getEnvelope(), HandlingAction.RECALL));
    }

    private boolean isHandled(long offset, UUID event) {
        return past.handledSince(policy, OUTBOX, offset).orElseThrow().is(event);
    }
}
