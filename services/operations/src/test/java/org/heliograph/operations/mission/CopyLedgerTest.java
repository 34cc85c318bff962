package org.heliograph.operations.mission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.JudgedFacts;
import org.heliograph.events.Outcome;
import org.heliograph.events.PartyDecision;
import org.heliograph.operations.lag.Waiting;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopyLedgerTest {

    private static final Policy POLICY = PolicyCompiler.compile(Path.of("../../deploy/policy"));
    private static final Instant THEN = Instant.parse("2026-11-28T10:00:00Z");
    private static final TopicPartition UNODC_ALERTS = new TopicPartition("inbox.unodc.alerts", 4);
    private static final long ALL = 100;

    private final CopyLedger ledger = new CopyLedger(3);

    @Test
    void aCopyIsInTheInboxOfEachWhoGotItAndInNoOther() {
        ledger.take(4, decision("e1", "alert.route", "FLASH", THEN, got("unodc"), got("xa"), not("xb")), POLICY);

        assertThat(eventsIn("inbox.unodc.alerts", 4)).containsExactly("e1");
        assertThat(eventsIn("inbox.xa.alerts", 4)).containsExactly("e1");
        assertThat(eventsIn("inbox.xb.alerts", 4)).isEmpty();
        assertThat(eventsIn("inbox.unodc.alerts", 3)).isEmpty();
        assertThat(eventsIn("inbox.unodc.cooperation", 4)).isEmpty();
    }

    @Test
    void whatIsPublicIsInThePublicTopic() {
        ledger.take(0, decision("e1", "research.observation", "LOW", THEN, got("public")), POLICY);

        assertThat(eventsIn("public.research.observation", 0)).containsExactly("e1");
    }

    @Test
    void whatWasRefusedOrRepeatedIsNowhere() {
        for (Outcome outcome : List.of(Outcome.REFUSED, Outcome.REPEATED)) {
            AuditDecision ended = decision("e1", "alert.route", "FLASH", THEN, got("unodc"));
            ended.put(ended.getSchema().getField("outcome").pos(), outcome);
            ledger.take(4, ended, POLICY);
        }

        assertThat(eventsIn("inbox.unodc.alerts", 4)).isEmpty();
    }

    @Test
    void whatTakesACopyAwayStandsInTheInboxOfThatCopyToo() {
        AuditDecision recall = decision("e2", "control.handling", "HIGH", THEN, got("unodc"));
        recall.put(
                recall.getSchema().getField("facts").pos(),
                facts().setTakesBack(true).setTargetType("alert.route").build());

        ledger.take(4, recall, POLICY);

        assertThat(eventsIn("inbox.unodc.control", 4)).containsExactly("e2");
        assertThat(eventsIn("inbox.unodc.alerts", 4)).containsExactly("e2");
    }

    @Test
    void theNewestAreToldAndNoneThatWereReadBefore() {
        for (int i = 0; i < 3; i++) {
            Instant at = THEN.plus(Duration.ofMinutes(i));
            ledger.take(4, decision("e" + i, "alert.route", "FLASH", at, got("unodc")), POLICY);
        }

        assertThat(ledger.newest(UNODC_ALERTS, 2, 0))
                .extracting(Waiting::eventId)
                .containsExactly("e2", "e1");
        assertThat(ledger.newest(
                        UNODC_ALERTS, ALL, THEN.plus(Duration.ofMinutes(1)).toEpochMilli()))
                .extracting(Waiting::eventId)
                .containsExactly("e2", "e1");
    }

    @Test
    void onlySoManyAreKept() {
        Stream.of("e1", "e2", "e3", "e4")
                .forEach(id -> ledger.take(4, decision(id, "alert.route", "FLASH", THEN, got("unodc")), POLICY));

        assertThat(eventsIn("inbox.unodc.alerts", 4)).containsExactly("e4", "e3", "e2");
    }

    @Test
    void aRequestHasTheEarliestClockThatItsKindMayHave() {
        assertThat(dueFrom("JOINT_INVESTIGATION")).isEqualTo(THEN.plus(Duration.ofHours(2)));
        assertThat(dueFrom("VESSEL_REGISTRY_BOARDING")).isEqualTo(THEN.plus(Duration.ofMinutes(30)));
        assertThat(dueFrom("LEGISLATIVE_ASSISTANCE")).isEqualTo(THEN.plus(Duration.ofDays(3)));
        assertThat(dueFrom("SOMETHING_NEW")).isNull();
    }

    private @Nullable Instant dueFrom(String kind) {
        CopyLedger one = new CopyLedger(1);
        AuditDecision request = decision("e1", "coop.request", "HIGH", THEN, got("unodc"));
        request.put(
                request.getSchema().getField("facts").pos(),
                facts().setVariantField("kind").setVariant(kind).build());
        one.take(0, request, POLICY);
        return one.newest(new TopicPartition("inbox.unodc.cooperation", 0), 1, 0)
                .getFirst()
                .dueFrom();
    }

    private List<@Nullable String> eventsIn(String topic, int partition) {
        return ledger.newest(new TopicPartition(topic, partition), ALL, 0).stream()
                .<@Nullable String>map(Waiting::eventId)
                .toList();
    }

    private static PartyDecision got(String party) {
        return new PartyDecision(party, true, "R1", "");
    }

    private static PartyDecision not(String party) {
        return new PartyDecision(party, false, "R1", "");
    }

    private static JudgedFacts.Builder facts() {
        return JudgedFacts.newBuilder()
                .setSchemaName("org.heliograph.events.AlertRoute")
                .setLane("OPERATIONAL")
                .setStatus("ACTUAL");
    }

    private static AuditDecision decision(
            String event, String type, String priority, Instant at, PartyDecision... decisions) {
        return AuditDecision.newBuilder()
                .setChain("outbox.iom-4")
                .setIndex(1)
                .setPreviousHash("0".repeat(64))
                .setOffset(0)
                .setDispatchHash("0".repeat(64))
                .setOriginator("iom")
                .setEventId(event)
                .setEventType(type)
                .setPriority(priority)
                .setOutcome(Outcome.RELEASED)
                .setDecisions(List.of(decisions))
                .setPolicyVersion("v")
                .setDecidedAt(at)
                .setHash("0".repeat(64))
                .build();
    }
}
