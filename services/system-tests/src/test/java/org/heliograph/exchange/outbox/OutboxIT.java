package org.heliograph.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.Distribution;
import org.heliograph.exchange.Cases;
import org.heliograph.exchange.Grounds;
import org.heliograph.exchange.GroundsExtension;
import org.heliograph.exchange.ServiceUnderTest;
import org.heliograph.exchange.wire.Partitions;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SampleEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the outbox promises while nothing crashes. */
@ExtendWith(GroundsExtension.class)
class OutboxIT {

    private final IomOutbox outbox;

    OutboxIT(Grounds grounds) {
        this.outbox = new IomOutbox(grounds);
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void sendsEachEventOnceInTheOrderOfItsCaseWithNumbersWithoutGaps() {
        List<String> cases =
                IntStream.range(0, 5).mapToObj(index -> Cases.newCase()).toList();
        Map<String, List<UUID>> added = new HashMap<>();

        try (ServiceUnderTest service = outbox.start()) {
            for (int round = 0; round < 40; round++) {
                for (String contextId : cases) {
                    AlertRoute alert = IomOutbox.alert(contextId);
                    added.computeIfAbsent(contextId, key -> new ArrayList<>())
                            .add(alert.getEnvelope().getEventId());
                    service.add(alert);
                }
            }
            await().atMost(IomOutbox.SOON)
                    .untilAsserted(() -> assertThat(outbox.news()).hasSize(200));
        }

        cases.forEach(contextId -> assertThat(outbox.newsOf(contextId)).isEqualTo(added.get(contextId)));
        outbox.assertNumbersWithoutGaps();
        assertThat(outbox.news())
                .allMatch(sent -> sent.partition() == Partitions.of(sent.contextId(), Grounds.PARTITIONS));
    }

    @Test
    void sendsNothingThatWasRolledBackAndAddsNothingOutsideATransaction() {
        AlertRoute never = IomOutbox.alert(Cases.newCase());
        AlertRoute after = IomOutbox.alert(Cases.newCase());

        try (ServiceUnderTest service = outbox.start()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> service.bean(Outbox.class)
                            .add(never, Distribution.newBuilder().build()));
            service.transaction().executeWithoutResult(status -> {
                service.bean(Outbox.class).add(never, Distribution.newBuilder().build());
                status.setRollbackOnly();
            });
            service.add(after);
            await().atMost(IomOutbox.SOON)
                    .untilAsserted(() ->
                            assertThat(outbox.newsOf(Cases.context(after))).hasSize(1));
        }

        assertThat(outbox.newsOf(Cases.context(never))).isEmpty();
    }

    @Test
    void holdsBackOnlyTheCaseOfARowThatCannotBeSent() {
        String stuckCase = Cases.newCase();
        String otherCase = Cases.newCase(Partitions.of(stuckCase, Grounds.PARTITIONS));
        AlertRoute tooLarge = IomOutbox.alert(stuckCase);
        AlertRoute behind = IomOutbox.alert(stuckCase);
        AlertRoute other = IomOutbox.alert(otherCase);

        try (ServiceUnderTest service = outbox.start(IomOutbox.NO_RELAY)) {
            service.add(tooLarge, behind, other);
            service.jdbc()
                    .sql("update outbox set event = decode(repeat('00', 1100000), 'hex') where event_id = ?")
                    .param(Cases.id(tooLarge))
                    .update();
        }

        try (ServiceUnderTest restarted = outbox.start()) {
            await().atMost(IomOutbox.SOON)
                    .untilAsserted(() -> assertThat(outbox.newsOf(otherCase)).containsExactly(Cases.id(other)));
            assertThat(restarted
                            .jdbc()
                            .sql("select held_reason from outbox where event_id = ?")
                            .param(Cases.id(tooLarge))
                            .query(String.class)
                            .single())
                    .isEqualTo("RecordTooLargeException");
            assertThat(outbox.newsOf(stuckCase)).isEmpty();

            restarted
                    .jdbc()
                    .sql("delete from outbox where event_id = ?")
                    .param(Cases.id(tooLarge))
                    .update();
            await().atMost(IomOutbox.SOON)
                    .untilAsserted(() -> assertThat(outbox.newsOf(stuckCase)).containsExactly(Cases.id(behind)));
        }
        outbox.assertNumbersWithoutGaps();
    }

    @Test
    void waitsForASchemaThatIsNotRegisteredYetAndHoldsBackOnlyItsCase() throws Exception {
        String waitingCase = Cases.newCase();
        String otherCase = Cases.newCase(Partitions.of(waitingCase, Grounds.PARTITIONS));
        CoopEvent step = SampleEvents.coopEvent(
                "iom",
                SampleEvents.cooperation("coop.event", "iom")
                        .setContextId(waitingCase)
                        .build());
        AlertRoute behind = IomOutbox.alert(waitingCase);
        AlertRoute other = IomOutbox.alert(otherCase);

        try (ServiceUnderTest service = outbox.start();
                PartySystem operations = new PartySystem(outbox.grounds().stack(), "operations")) {
            service.add(step, behind, other);
            await().atMost(IomOutbox.SOON)
                    .untilAsserted(() -> assertThat(outbox.newsOf(otherCase)).containsExactly(Cases.id(other)));
            assertThat(outbox.newsOf(waitingCase)).isEmpty();

            Grounds.register(operations, CoopEvent.class);
            await().atMost(IomOutbox.SOON)
                    .untilAsserted(() -> assertThat(outbox.news())
                            .filteredOn(sent -> sent.contextId().equals(waitingCase))
                            .hasSize(2));
        }
        outbox.assertNumbersWithoutGaps();
    }

    @Test
    void carriesTheTraceUpToTheOutbox() {
        AlertRoute alert = IomOutbox.alert(Cases.newCase());
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        try (ServiceUnderTest service = outbox.start()) {
            service.transaction().executeWithoutResult(status -> {
                service.bean(Outbox.class).add(alert, Distribution.newBuilder().build());
                service.jdbc()
                        .sql("update outbox set traceparent = ? where event_id = ?")
                        .params(trace, Cases.id(alert))
                        .update();
            });
            await().atMost(IomOutbox.SOON)
                    .untilAsserted(() ->
                            assertThat(outbox.newsOf(Cases.context(alert))).hasSize(1));
        }

        assertThat(outbox.party().readAll(List.of(Grounds.OUTBOX)))
                .filteredOn(message -> message.key().equals(Cases.context(alert)))
                .singleElement()
                .satisfies(message -> assertThat(
                                message.headers().lastHeader("traceparent").value())
                        .asString()
                        .isEqualTo(trace));
    }
}
