package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.Envelope;
import org.heliograph.events.Outcome;
import org.heliograph.events.Receipt;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.SampleEvents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A field office writes whatever it likes into its own outbox. What is not right ends refused, with a receipt and in
 * the audit, is delivered to nobody, and stops nothing.
 */
@HeliographStack
class ForgedRecordIT {

    /** In a record that the gate cannot read, so no number of the outbox is taken. */
    private static final long UNREAD = 1;

    private static SeizedOutbox outbox;

    @BeforeAll
    static void takeOverTheOutbox(Stack stack) {
        outbox = new SeizedOutbox(stack);
    }

    @AfterAll
    static void giveTheOutboxBack() {
        outbox.close();
    }

    /** Whatever a test did: the gate goes on. */
    @AfterEach
    void theGateGoesOn() {
        CoopEvent event = answer();

        Receipt receipt = outbox.receiptOf(
                outbox.send(event, outbox.dispatches().dispatch(outbox.next(event), event, outbox.signer(), "unodc")));

        assertThat(receipt.getOutcome()).isEqualTo(Outcome.RELEASED);
        assertThat(receipt.getReleasedTo()).containsExactly("unodc");
        assertThat(outbox.copiesOf(event.getEnvelope().getEventId())).isOne();
    }

    @Test
    void refusesWhatClaimsToBeOfAnotherParty() {
        CoopEvent event = SampleEvents.coopEvent(
                "unodc", SampleEvents.cooperation("coop.event", "unodc").build());

        byte[] signedByTheFieldOffice = outbox.dispatches().dispatch(outbox.next(event), event, outbox.signer(), "xa");

        assertRefused(event, signedByTheFieldOffice, "OWNER");
    }

    @Test
    void refusesABadSignature() {
        CoopEvent event = answer();
        CoopEvent other = answer();

        byte[] signatureOfAnother = outbox.dispatches()
                .dispatch(
                        outbox.next(event),
                        outbox.dispatches().event(event),
                        outbox.dispatches().signature(other, outbox.signer()),
                        "unodc");

        assertRefused(event, signatureOfAnother, "SIGNATURE");
    }

    @Test
    void refusesAMissingSignature() {
        CoopEvent event = answer();

        assertRefused(
                event,
                outbox.dispatches()
                        .dispatch(outbox.next(event), outbox.dispatches().event(event), "", "unodc"),
                "SIGNATURE");
    }

    @Test
    void refusesWhatNamesNobody() {
        CoopEvent event = answer();

        assertRefused(event, outbox.dispatches().dispatch(outbox.next(event), event, outbox.signer()), "R1");
    }

    @Test
    void refusesRandomBytes() {
        byte[] bytes = new byte[400];
        new Random(42).nextBytes(bytes);

        assertUnreadable(bytes);
    }

    @Test
    void refusesAnEmptyRecordAndATombstone() {
        assertUnreadable(new byte[0]);
        assertRefused(outbox.auditOf(outbox.send(null)), "FORMAT");
    }

    @Test
    void refusesATruncatedRecord() {
        CoopEvent event = answer();
        byte[] whole = outbox.dispatches().dispatch(UNREAD, event, outbox.signer(), "unodc");

        assertUnreadable(Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void refusesATruncatedEvent() {
        CoopEvent event = answer();
        byte[] whole = outbox.dispatches().event(event);
        byte[] half = Arrays.copyOf(whole, whole.length - 3);

        assertRefused(
                event,
                outbox.dispatches()
                        .dispatch(
                                outbox.next(event),
                                half,
                                outbox.dispatches().signature(event, outbox.signer()),
                                "unodc"),
                "FORMAT");
    }

    @Test
    void refusesAHundredMillionArrayItems() throws IOException {
        CoopEvent event = answer();
        byte[] whole = outbox.dispatches().event(event);
        int id = WireValue.split(whole).schemaId();
        // A CoopEvent ends with the arrays and numbers after reasonText; an envelope and a claimed list are enough to
        // make a reader allocate.
        byte[] claim = WireValue.join(id, claimOfItems(event));

        assertRefused(
                event,
                outbox.dispatches()
                        .dispatch(
                                outbox.next(event),
                                claim,
                                outbox.dispatches().signature(event, outbox.signer()),
                                "unodc"),
                "FORMAT");
    }

    @Test
    void refusesAnUnknownSchema() {
        CoopEvent event = answer();
        byte[] unknown = WireValue.join(987_654, AvroBinary.encode(event));

        assertRefused(
                event,
                outbox.dispatches()
                        .dispatch(
                                outbox.next(event),
                                unknown,
                                outbox.dispatches().signature(event, outbox.signer()),
                                "unodc"),
                "SCHEMA");
    }

    @Test
    void refusesADispatchOfAnUnknownSchema() {
        CoopEvent event = answer();
        byte[] whole = outbox.dispatches().dispatch(UNREAD, event, outbox.signer(), "unodc");

        assertUnreadable(WireValue.join(987_654, WireValue.split(whole).binary()));
    }

    @Test
    void refusesAnEventThatItMayNotPublish() {
        var notice = SampleEvents.coopNotice(SeizedOutbox.FIELD_OFFICE, "xa");

        RecordMetadata sent = outbox.send(
                notice, outbox.dispatches().dispatch(outbox.next(notice), notice, outbox.signer(), "unodc"));

        assertThat(outbox.receiptOf(sent).getRule()).contains("PUBLISHER");
    }

    @Test
    void aRepeatedNumberEndsAsRepeated() {
        CoopEvent event = answer();
        byte[] dispatch = outbox.dispatches().dispatch(outbox.next(event), event, outbox.signer(), "unodc");
        RecordMetadata first = outbox.send(event, dispatch);

        RecordMetadata second = outbox.send(event, dispatch);

        assertThat(outbox.receiptOf(first).getOutcome()).isEqualTo(Outcome.RELEASED);
        assertThat(outbox.receiptOf(second).getOutcome()).isEqualTo(Outcome.REPEATED);
        assertThat(outbox.auditOf(second).getOutcome()).isEqualTo(Outcome.REPEATED);
        assertThat(outbox.copiesOf(event.getEnvelope().getEventId())).isOne();
    }

    @Test
    void aSkippedNumberIsJudgedAndTheGapIsTold() {
        CoopEvent event = answer();
        long missing = outbox.next(event);
        outbox.next(event);
        long seq = outbox.next(event);

        RecordMetadata sent = outbox.send(event, outbox.dispatches().dispatch(seq, event, outbox.signer(), "unodc"));

        Receipt receipt = outbox.receiptOf(sent);
        assertThat(receipt.getOutcome()).isEqualTo(Outcome.RELEASED);
        assertThat(receipt.getSeq()).contains(seq);
        assertThat(receipt.getExpectedSeq()).contains(missing);
        assertThat(outbox.auditOf(sent).getExpectedSeq()).contains(missing);
    }

    private static CoopEvent answer() {
        Envelope envelope = SampleEvents.cooperation("coop.event", SeizedOutbox.FIELD_OFFICE)
                .build();
        return SampleEvents.coopEvent(SeizedOutbox.FIELD_OFFICE, envelope);
    }

    private void assertRefused(CoopEvent event, byte[] dispatch, String rule) {
        RecordMetadata sent = outbox.send(event, dispatch);

        Receipt receipt = outbox.receiptOf(sent);
        assertThat(receipt.getOutcome()).isEqualTo(Outcome.REFUSED);
        assertThat(receipt.getRule()).contains(rule);
        assertThat(receipt.getReason()).isPresent();
        assertThat(receipt.getReleasedTo()).isEmpty();
        assertRefused(outbox.auditOf(sent), rule);
        assertThat(outbox.copiesOf(event.getEnvelope().getEventId())).isZero();
    }

    private void assertUnreadable(byte[] value) {
        long before = outbox.copies();

        RecordMetadata sent = outbox.send(value);

        assertThat(outbox.receiptOf(sent).getRule()).contains("FORMAT");
        assertRefused(outbox.auditOf(sent), "FORMAT");
        assertThat(outbox.copies()).isEqualTo(before);
    }

    private static void assertRefused(AuditDecision audit, String rule) {
        assertThat(audit.getOutcome()).isEqualTo(Outcome.REFUSED);
        assertThat(audit.getRule()).contains(rule);
        assertThat(audit.getOriginator()).isEqualTo(SeizedOutbox.FIELD_OFFICE);
        assertThat(audit.getPolicyVersion()).hasSize(64);
    }

    /** The event up to its list of conditions, which claims to have 100 million items. */
    private static byte[] claimOfItems(CoopEvent event) throws IOException {
        byte[] head = AvroBinary.encode(event);
        var claim = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(claim, null);
        // conditions and the nine fields after it take one byte each while empty
        claim.write(head, 0, head.length - 10);
        encoder.writeArrayStart();
        encoder.setItemCount(100_000_000L);
        encoder.flush();
        return claim.toByteArray();
    }
}
