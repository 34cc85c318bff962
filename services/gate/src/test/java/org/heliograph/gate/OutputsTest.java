package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Envelope;
import org.heliograph.events.Outcome;
import org.heliograph.events.PartyDecision;
import org.heliograph.events.Receipt;
import org.heliograph.events.ResearchObservation;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.audit.ChainHash;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.exchange.wire.WireValue;
import org.junit.jupiter.api.Test;

class OutputsTest {

    private final Platform platform = new Platform();
    private final GatePolicy policy = platform.gatePolicy();
    private final RecordJudge judge = new RecordJudge(new DispatchReader(1_000_000));

    @Test
    void copiesTheEventUnchangedToEachRecipientInThePartitionOfItsDispatch() {
        AlertRoute alert = Events.alert("iom");

        Outputs outputs = outputs("iom", PartitionState.START, platform.dispatch(1, alert));

        assertThat(outputs.records())
                .filteredOn(record -> record.topic().endsWith(".alerts"))
                .extracting(ProducerRecord::topic)
                .containsExactly(
                        "inbox.iom-field-east.alerts",
                        "inbox.unodc.alerts",
                        "inbox.unodc-field-south.alerts",
                        "inbox.xa.alerts",
                        "inbox.xb.alerts",
                        "inbox.xc.alerts");
        assertThat(outputs.records())
                .filteredOn(record -> record.topic().endsWith(".alerts"))
                .allSatisfy(copy -> {
                    assertThat(copy.partition()).isEqualTo(3);
                    assertThat(copy.key())
                            .asString()
                            .isEqualTo("iom/" + alert.getEnvelope().getEventId());
                    assertThat(copy.value()).isEqualTo(Platform.wire(alert));
                });
    }

    @Test
    void keepsApartWhatTwoOriginatorsSentUnderOneId() {
        CoopRequest mine = Events.request("xa");
        CoopRequest foreign = CoopRequest.newBuilder(Events.request("iom"))
                .setEnvelope(Envelope.newBuilder(mine.getEnvelope())
                        .setOriginatorParty("iom")
                        .build())
                .build();

        byte[] keyOfMine = copy(outputs("xa", PartitionState.START, platform.dispatch(1, mine, "unodc")))
                .key();
        byte[] keyOfForeign = copy(outputs("iom", PartitionState.START, platform.dispatch(1, foreign, "unodc")))
                .key();

        assertThat(keyOfMine).asString().isEqualTo("xa/" + mine.getEnvelope().getEventId());
        assertThat(keyOfForeign)
                .asString()
                .isEqualTo("iom/" + mine.getEnvelope().getEventId());
    }

    @Test
    void putsWhatIsClearOnceIntoItsPublicTopicUnderOriginatorAndCase() {
        ResearchObservation observation = Events.observation("iom", Tlp.CLEAR);

        Outputs outputs = outputs("iom", PartitionState.START, platform.dispatch(1, observation));

        assertThat(outputs.records())
                .extracting(ProducerRecord::topic)
                .containsExactly("public.research.observation", "inbox.iom.receipts", "audit.decisions");
        ProducerRecord<byte[], byte[]> copy = outputs.records().getFirst();
        assertThat(copy.partition()).isEqualTo(3);
        assertThat(copy.key())
                .asString()
                .isEqualTo("iom/" + observation.getEnvelope().getContextId());
        assertThat(copy.value()).isEqualTo(Platform.wire(observation));
        assertThat(headers(copy)).containsEntry("ce_type", "research.observation");
    }

    @Test
    void saysInReceiptAndAuditThatAReleaseWasPublic() {
        Outputs outputs =
                outputs("iom", PartitionState.START, platform.dispatch(1, Events.observation("iom", Tlp.CLEAR)));

        assertThat(receipt(outputs).getOutcome()).isEqualTo(Outcome.RELEASED);
        assertThat(receipt(outputs).getReleasedTo()).containsExactly("public");
        assertThat(receipt(outputs).getWithheldFrom()).isEmpty();
        assertThat(audit(outputs).getDecisions()).singleElement().satisfies(decision -> {
            assertThat(decision.getParty()).isEqualTo("public");
            assertThat(decision.getReleased()).isTrue();
            assertThat(decision.getRule()).isEqualTo("PUBLIC");
        });
    }

    @Test
    void putsAGreenObservationIntoInboxesAndNotIntoThePublicTopic() {
        Outputs outputs =
                outputs("iom", PartitionState.START, platform.dispatch(1, Events.observation("iom", Tlp.GREEN)));

        assertThat(outputs.records())
                .extracting(ProducerRecord::topic)
                .containsExactly(
                        "inbox.unodc.statistics",
                        "inbox.xa.statistics",
                        "inbox.xb.statistics",
                        "inbox.xc.statistics",
                        "inbox.iom.receipts",
                        "audit.decisions");
    }

    @Test
    void doesNotTakeARepeatedPublicReleaseAgain() {
        byte[] value = platform.dispatch(1, Events.observation("iom", Tlp.CLEAR));
        Outputs first = outputs("iom", PartitionState.START, value);

        assertThat(outputs("iom", first.next(), value).records())
                .extracting(ProducerRecord::topic)
                .containsExactly("inbox.iom.receipts", "audit.decisions");
    }

    @Test
    void describesACopyByHeadersOfItsOwn() {
        CoopRequest request = Events.request("xa");
        String signature = Platform.sign(request, platform.signer("xa"));
        ConsumerRecord<byte[], byte[]> record =
                record("xa", platform.dispatch(1, Platform.wire(request), signature, "unodc"));
        record.headers().add("ce_source", "/heliograph/iom".getBytes(StandardCharsets.UTF_8));
        record.headers().add("traceparent", "00-1-2-01".getBytes(StandardCharsets.UTF_8));

        Map<String, String> headers =
                headers(outputs(PartitionState.START, record).records().getFirst());

        Envelope envelope = request.getEnvelope();
        assertThat(headers)
                .containsOnly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", envelope.getEventId().toString()),
                        Map.entry("ce_source", "/heliograph/xa"),
                        Map.entry("ce_type", "coop.request"),
                        Map.entry("ce_time", "2026-11-01T12:00:00Z"),
                        Map.entry("ce_subject", envelope.getContextId()),
                        Map.entry(
                                "ce_dataschema",
                                "urn:heliograph:schema:org.heliograph.events.CoopRequest:"
                                        + EventSchemas.fingerprint(EventSchemas.of(CoopRequest.class))),
                        Map.entry("content-type", "application/avro"),
                        Map.entry("heliograph-signature", signature));
    }

    @Test
    void tellsTheOriginatorWhoHoldsACopyAndWhyThoseItNamedDoNot() {
        byte[] value = platform.dispatch(1, Events.request("xa"), "iom", "unodc");

        Receipt receipt = receipt(outputs("xa", PartitionState.START, value));
        assertThat(receipt.getOutcome()).isEqualTo(Outcome.RELEASED);
        assertThat(receipt.getReleasedTo()).containsExactly("unodc", "unodc-field-south");
        assertThat(receipt.getWithheldFrom())
                .extracting(PartyDecision::getParty)
                .containsExactly("iom");
        assertThat(receipt.getDispatch()).isEqualTo("outbox.xa-3@70");
        assertThat(receipt.getPolicyVersion()).isEqualTo(policy.version());
        assertThat(receipt.getRule()).isEmpty();
    }

    @Test
    void doesNotTellTheOriginatorOfPartiesThatItDidNotName() {
        byte[] value = platform.dispatch(1, Events.request("xa"), "unodc");

        Outputs outputs = outputs("xa", PartitionState.START, value);

        assertThat(receipt(outputs).getWithheldFrom()).isEmpty();
        assertThat(audit(outputs).getDecisions())
                .filteredOn(decision -> !decision.getReleased())
                .extracting(PartyDecision::getParty)
                .contains("xa-coastguard", "iom", "xb");
    }

    @Test
    void receiptsAndAuditsWhatIsRefused() {
        byte[] value = {1, 2, 3};

        Outputs outputs = outputs("xb", PartitionState.START, value);

        assertThat(outputs.records())
                .extracting(ProducerRecord::topic)
                .containsExactly("inbox.xb.receipts", "audit.decisions");
        assertThat(receipt(outputs).getRule()).contains("FORMAT");
        AuditDecision link = audit(outputs);
        assertThat(link.getOutcome()).isEqualTo(Outcome.REFUSED);
        assertThat(link.getOriginator()).isEqualTo("xb");
        assertThat(link.getDispatchHash()).isEqualTo(ChainHash.sha256(value));
        assertThat(outputs.next()).isEqualTo(new PartitionState(0, 1, link.getHash()));
    }

    @Test
    void aRefusedRecordTakesItsNumberAndARepeatedOneDoesNot() {
        byte[] nobody = platform.dispatch(4, Events.request("xa"));

        Outputs refused = outputs("xa", PartitionState.START, nobody);
        Outputs repeated = outputs("xa", refused.next(), platform.dispatch(2, Events.request("xa"), "unodc"));

        assertThat(refused.next().lastSequence()).isEqualTo(4);
        assertThat(receipt(refused).getExpectedSeq()).contains(1L);
        assertThat(receipt(repeated).getOutcome()).isEqualTo(Outcome.REPEATED);
        assertThat(repeated.records())
                .extracting(ProducerRecord::topic)
                .containsExactly("inbox.xa.receipts", "audit.decisions");
        assertThat(repeated.next().lastSequence()).isEqualTo(4);
        assertThat(repeated.next().chainIndex()).isEqualTo(2);
    }

    @Test
    void doesNotRepeatLongTextsOfASender() {
        CoopRequest request = Events.request("xa");
        Envelope hostile = Envelope.newBuilder(request.getEnvelope())
                .setEventType("x".repeat(200_000))
                .setContextId("y".repeat(200_000))
                .build();
        byte[] value = platform.dispatch(
                1, CoopRequest.newBuilder(request).setEnvelope(hostile).build(), "unodc");

        Outputs outputs = outputs("xa", PartitionState.START, value);

        assertThat(outputs.records())
                .allSatisfy(record -> assertThat(record.value()).hasSizeLessThan(2_000));
        assertThat(receipt(outputs).getContextId()).isEmpty();
        assertThat(receipt(outputs).getEventId()).contains(hostile.getEventId().toString());
    }

    private Outputs outputs(String party, PartitionState state, byte[] value) {
        return outputs(state, record(party, value));
    }

    private Outputs outputs(PartitionState state, ConsumerRecord<byte[], byte[]> record) {
        String owner = record.topic().substring("outbox.".length());
        return Outputs.of(
                policy,
                state,
                record,
                RecordJudge.rule(state, judge.examine(policy, owner, Events.AT, record.value())),
                Events.AT);
    }

    private static ConsumerRecord<byte[], byte[]> record(String party, byte[] value) {
        return new ConsumerRecord<>("outbox." + party, 3, 70, new byte[0], value);
    }

    private static ProducerRecord<byte[], byte[]> copy(Outputs outputs) {
        return outputs.records().stream()
                .filter(record -> record.topic().equals("inbox.unodc.cooperation"))
                .findFirst()
                .orElseThrow();
    }

    private static Receipt receipt(Outputs outputs) {
        List<ProducerRecord<byte[], byte[]>> receipts = outputs.records().stream()
                .filter(record -> record.topic().endsWith(".receipts"))
                .toList();
        assertThat(receipts).hasSize(1);
        assertThat(receipts.getFirst().partition()).isEqualTo(3);
        return AvroBinary.decode(
                Receipt.class,
                EventSchemas.of(Receipt.class),
                WireValue.split(receipts.getFirst().value()).binary());
    }

    static AuditDecision audit(Outputs outputs) {
        ProducerRecord<byte[], byte[]> link = outputs.records().getLast();
        assertThat(link.topic()).isEqualTo("audit.decisions");
        assertThat(link.partition()).isEqualTo(3);
        return AvroBinary.decode(
                AuditDecision.class,
                EventSchemas.of(AuditDecision.class),
                WireValue.split(link.value()).binary());
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .collect(Collectors.toMap(
                        header -> header.key(), header -> new String(header.value(), StandardCharsets.UTF_8)));
    }
}
