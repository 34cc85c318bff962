package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.HandlingAction;
import org.heliograph.events.Outcome;
import org.heliograph.events.PartyDecision;
import org.heliograph.events.Receipt;
import org.heliograph.events.Redelivery;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.junit.jupiter.api.Test;

/** What becomes of a dispatch that is judged again for one party. */
class RedeliveryJudgeTest {

    private static final PartitionState BEFORE = new PartitionState(0, 4, "b".repeat(64));

    private final Platform platform = new Platform();
    private final GatePolicy policy = platform.gatePolicy();
    private final RecordJudge records = new RecordJudge(new DispatchReader(1_000_000));
    private final RedeliveryJudge judge = new RedeliveryJudge(records);

    @Test
    void goesToTheOneWhoAskedAloneAsItWentAtFirst() {
        AlertRoute alert = Events.alert("iom");
        byte[] dispatch = platform.dispatch(5, alert);

        List<ProducerRecord<byte[], byte[]>> again = inboxes(outputs(policy, there("iom", "xb", dispatch)));

        ProducerRecord<byte[], byte[]> first = inboxes(offered("iom", dispatch)).stream()
                .filter(copy -> copy.topic().equals("inbox.xb.alerts"))
                .findFirst()
                .orElseThrow();
        assertThat(again).singleElement().satisfies(copy -> {
            assertThat(copy.topic()).isEqualTo("inbox.xb.alerts");
            assertThat(copy.partition()).isEqualTo(first.partition());
            assertThat(copy.key()).isEqualTo(first.key());
            assertThat(copy.value()).isEqualTo(first.value()).isEqualTo(Platform.wire(alert));
            assertThat(copy.headers()).isEqualTo(first.headers());
        });
    }

    @Test
    void isToldToItsOriginatorAndInAChainOfItsOwnWithWhoAskedAndWhy() {
        CoopRequest request = Events.request("xa");
        Outputs outputs = outputs(policy, there("xa", "unodc", platform.dispatch(5, request, "unodc")));

        Receipt receipt = receipt(outputs);
        assertThat(receipt.getOutcome()).isEqualTo(Outcome.RELEASED);
        assertThat(receipt.getReleasedTo()).containsExactly("unodc");
        assertThat(receipt.getReason())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("delivered again"));
        assertThat(receipt.getEventId())
                .contains(request.getEnvelope().getEventId().toString());
        AuditDecision link = OutputsTest.audit(outputs);
        assertThat(link.getChain()).isEqualTo("gate.redeliveries-3");
        assertThat(link.getIndex()).isEqualTo(5);
        assertThat(link.getPreviousHash()).isEqualTo(BEFORE.chainHead());
        assertThat(link.getOriginator()).isEqualTo("xa");
        assertThat(link.getRedelivery()).contains(asked("xa", "unodc"));
        assertThat(link.getSeq()).isEmpty();
        assertThat(link.getDecisions())
                .extracting(PartyDecision::getParty, PartyDecision::getReleased)
                .containsExactly(tuple("unodc", true));
        assertThat(outputs.next().lastSequence()).isZero();
        assertThat(outputs.next().chainIndex()).isEqualTo(5);
    }

    @Test
    void isNotGivenToWhomTodaysPolicyDoesNotGiveIt() {
        Asked asked = there("xa", "xb", platform.dispatch(5, Events.request("xa"), "unodc"));

        Outputs outputs = outputs(policy, asked);

        assertRefused(outputs, "R2");
        assertThat(OutputsTest.audit(outputs).getDecisions()).singleElement().satisfies(decision -> {
            assertThat(decision.getParty()).isEqualTo("xb");
            assertThat(decision.getReleased()).isFalse();
        });
    }

    @Test
    void isNotGivenToAPartyThatIsSuspendedByNow() {
        Asked asked = there("iom", "xb", platform.dispatch(5, Events.alert("iom")));

        assertThat(inboxes(outputs(policy, asked))).hasSize(1);
        assertRefused(outputs(suspending("xb"), asked), "SUSPENDED");
    }

    @Test
    void isNotTakenFromAPartyThatIsSuspendedByNow() {
        Asked asked = there("iom", "xb", platform.dispatch(5, Events.alert("iom")));

        assertRefused(outputs(suspending("iom"), asked), "SUSPENDED");
    }

    @Test
    void doesNotComeAgainOnceItsOriginatorSaidAnythingOfIt() {
        AlertRoute alert = Events.alert("iom");
        Redelivery redelivery = asked("iom", "xb");
        ConsumerRecord<byte[], byte[]> dispatch = lying("iom", platform.dispatch(5, alert));

        assertRefused(
                outputs(
                        policy,
                        new Asked.There(
                                redelivery, dispatch, alert.getEnvelope().getEventId()::equals)),
                "R6");
    }

    @Test
    void aRecallComesAgainAndRemovesItsTargetForTheOneWhoAskedAlone() {
        AlertRoute alert = Events.alert("iom");
        byte[] recall =
                platform.dispatch(6, Events.handling(alert.getEnvelope(), HandlingAction.RECALL), "xb", "unodc");

        Outputs outputs = outputs(policy, there("iom", "xb", recall));

        assertThat(inboxes(outputs))
                .extracting(ProducerRecord::topic, copy -> copy.value() == null)
                .containsExactlyInAnyOrder(tuple("inbox.xb.control", false), tuple("inbox.xb.alerts", true));
        assertThat(OutputsTest.audit(outputs).getRecalledEventId())
                .contains(alert.getEnvelope().getEventId().toString());
    }

    @Test
    void isRefusedWhereItWasForgedAsAnyOther() {
        CoopRequest request = Events.request("xa");
        byte[] forged =
                platform.dispatch(5, Platform.wire(request), Platform.sign(request, platform.signer("xb")), "unodc");

        assertRefused(outputs(policy, there("xa", "unodc", forged)), "SIGNATURE");
        assertRefused(outputs(policy, there("xb", "unodc", platform.dispatch(5, request, "unodc"))), "OWNER");
    }

    @Test
    void whatIsPublicIsReadInItsPublicTopic() {
        byte[] dispatch = platform.dispatch(5, Events.observation("iom", Tlp.CLEAR));

        assertRefused(outputs(policy, there("iom", "xb", dispatch)), "PUBLIC");
    }

    @Test
    void nobodyGetsItsOwnOrAsNoPartyAnything() {
        byte[] dispatch = platform.dispatch(5, Events.alert("iom"));

        assertRefused(outputs(policy, there("iom", "iom", dispatch)), "R2");
        assertRefused(outputs(policy, there("iom", "nobody", dispatch)), "R2");
    }

    @Test
    void whatIsGoneOrCannotBeReadIsRefusedAndSaysSo() {
        assertRefused(outputs(policy, new Asked.Gone(asked("xa", "xb"))), "GONE");
        Outputs unreadable = outputs(policy, new Asked.Unreadable());
        assertRefused(unreadable, "FORMAT");
        assertThat(OutputsTest.audit(unreadable).getOriginator()).isEqualTo("?");
    }

    @Test
    void saysInTheAuditWhatARecallTookBackWhenItWasOffered() {
        AlertRoute alert = Events.alert("iom");
        byte[] recall =
                platform.dispatch(6, Events.handling(alert.getEnvelope(), HandlingAction.RECALL), "xb", "unodc");

        assertThat(OutputsTest.audit(offered("iom", recall)).getRecalledEventId())
                .contains(alert.getEnvelope().getEventId().toString());
        assertThat(OutputsTest.audit(offered("iom", platform.dispatch(5, alert)))
                        .getRecalledEventId())
                .isEmpty();
    }

    /** No copy, a decision in the chain, and not a word to the originator. */
    private static void assertRefused(Outputs outputs, String rule) {
        assertThat(outputs.records()).extracting(ProducerRecord::topic).containsExactly("audit.decisions");
        AuditDecision link = OutputsTest.audit(outputs);
        assertThat(link.getOutcome()).isEqualTo(Outcome.REFUSED);
        assertThat(link.getRule()).contains(rule);
        assertThat(link.getChain()).isEqualTo("gate.redeliveries-3");
    }

    private static Asked there(String owner, String party, byte[] dispatch) {
        return new Asked.There(asked(owner, party), lying(owner, dispatch), event -> false);
    }

    private static ConsumerRecord<byte[], byte[]> lying(String owner, byte[] dispatch) {
        return new ConsumerRecord<>("outbox." + owner, 3, 70, new byte[0], dispatch);
    }

    private static Redelivery asked(String owner, String party) {
        return new Redelivery("command", "outbox." + owner, 3, 70L, party, "duty-operator", "a restore", 1);
    }

    private Outputs outputs(GatePolicy by, Asked asked) {
        Ruling ruling = RecordJudge.rule(BEFORE, judge.examine(by, Events.AT, asked));
        return Outputs.of(
                by,
                BEFORE,
                new ConsumerRecord<>("gate.redeliveries", 3, 9, new byte[0], new byte[] {1}),
                ruling,
                Events.AT);
    }

    private Outputs offered(String owner, byte[] dispatch) {
        return Outputs.of(
                policy,
                PartitionState.START,
                lying(owner, dispatch),
                RecordJudge.rule(PartitionState.START, records.examine(policy, owner, Events.AT, dispatch)),
                Events.AT);
    }

    private GatePolicy suspending(String id) {
        Policy open = platform.policy();
        SortedMap<String, Party> parties = new TreeMap<>(open.parties());
        parties.computeIfPresent(id, (_, party) -> WholeCatalogue.suspended(party));
        return GatePolicy.of(new Policy(
                open.version(),
                open.platform(),
                parties,
                open.events(),
                open.grants(),
                open.declassifiers(),
                open.auditAccess(),
                open.schemas(),
                open.signingKeys()));
    }

    private static List<ProducerRecord<byte[], byte[]>> inboxes(Outputs outputs) {
        return outputs.records().stream()
                .filter(record ->
                        record.topic().startsWith("inbox.") && !record.topic().endsWith(".receipts"))
                .toList();
    }

    private static Receipt receipt(Outputs outputs) {
        ProducerRecord<byte[], byte[]> receipt = outputs.records().stream()
                .filter(record -> record.topic().endsWith(".receipts"))
                .findFirst()
                .orElseThrow();
        return AvroBinary.decode(
                Receipt.class,
                EventSchemas.of(Receipt.class),
                WireValue.split(receipt.value()).binary());
    }
}
