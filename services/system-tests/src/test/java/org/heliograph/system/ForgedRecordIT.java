package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Envelope;
import org.heliograph.events.Outcome;
import org.heliograph.events.Receipt;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.MalformedValueException;
import org.heliograph.exchange.wire.WireException;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.Dispatches;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SampleEvents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * XB writes whatever it likes into its own outbox. What is not right ends refused, with a receipt and in the audit, is
 * delivered to nobody, and stops nothing. XB's service is stopped meanwhile, so that the numbers of the outbox are the
 * test's alone.
 */
@HeliographStack
class ForgedRecordIT {

    private static final String OUTBOX = "outbox.xb";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Stack stack;
    private static PartySystem xb;
    private static PartySystem auditor;
    private static Dispatches dispatches;
    private static final Map<Integer, Long> LAST = new HashMap<>();

    @BeforeAll
    static void takeOverTheOutbox(Stack running) {
        stack = running;
        stack.stop(Component.XB);
        xb = new PartySystem(stack, "xb");
        auditor = new PartySystem(stack, "auditor");
        dispatches = new Dispatches(xb.schemas());
        xb.readAll(List.of(OUTBOX))
                .forEach(message ->
                        number(message.value()).ifPresent(seq -> LAST.merge(message.partition(), seq, Math::max)));
    }

    @AfterAll
    static void giveTheOutboxBack() {
        xb.close();
        auditor.close();
        stack.start(Component.XB);
    }

    /** Whatever a test did: the gate goes on. */
    @AfterEach
    void theGateGoesOn() {
        CoopEvent event = answer();

        Receipt receipt = receiptOf(send(event, dispatches.dispatch(next(event), event, xb.signer(), "unodc")));

        assertThat(receipt.getOutcome()).isEqualTo(Outcome.RELEASED);
        assertThat(receipt.getReleasedTo()).containsExactly("unodc");
        assertThat(copiesOf(event)).isEqualTo(1);
    }

    @Test
    void refusesWhatClaimsToBeOfAnotherParty() {
        CoopEvent event = SampleEvents.coopEvent(
                "unodc", SampleEvents.cooperation("coop.event", "unodc").build());

        byte[] signedByXb = dispatches.dispatch(next(event), event, xb.signer(), "xa");

        assertRefused(event, signedByXb, "OWNER");
    }

    @Test
    void refusesABadSignature() {
        CoopEvent event = answer();
        CoopEvent other = answer();

        byte[] signatureOfAnother = dispatches.dispatch(
                next(event), dispatches.event(event), dispatches.signature(other, xb.signer()), "unodc");

        assertRefused(event, signatureOfAnother, "SIGNATURE");
    }

    @Test
    void refusesAMissingSignature() {
        CoopEvent event = answer();

        assertRefused(event, dispatches.dispatch(next(event), dispatches.event(event), "", "unodc"), "SIGNATURE");
    }

    @Test
    void refusesWhatNamesNobody() {
        CoopEvent event = answer();

        assertRefused(event, dispatches.dispatch(next(event), event, xb.signer()), "R1");
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
        assertRefused(auditOf(xb.send(OUTBOX, 0, null)), "FORMAT");
    }

    @Test
    void refusesATruncatedRecord() {
        CoopEvent event = answer();
        byte[] whole = dispatches.dispatch(next(event), event, xb.signer(), "unodc");

        assertUnreadable(Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void refusesATruncatedEvent() {
        CoopEvent event = answer();
        byte[] whole = dispatches.event(event);
        byte[] half = Arrays.copyOf(whole, whole.length - 3);

        assertRefused(
                event,
                dispatches.dispatch(next(event), half, dispatches.signature(event, xb.signer()), "unodc"),
                "FORMAT");
    }

    @Test
    void refusesAHundredMillionArrayItems() throws IOException {
        CoopEvent event = answer();
        byte[] whole = dispatches.event(event);
        int id = WireValue.split(whole).schemaId();
        // A CoopEvent ends with the arrays and numbers after reasonText; an envelope and a claimed list are enough to
        // make a reader allocate.
        byte[] claim = WireValue.join(id, claimOfItems(event));

        assertRefused(
                event,
                dispatches.dispatch(next(event), claim, dispatches.signature(event, xb.signer()), "unodc"),
                "FORMAT");
    }

    @Test
    void refusesAnUnknownSchema() {
        CoopEvent event = answer();
        byte[] unknown = WireValue.join(987_654, AvroBinary.encode(event));

        assertRefused(
                event,
                dispatches.dispatch(next(event), unknown, dispatches.signature(event, xb.signer()), "unodc"),
                "SCHEMA");
    }

    @Test
    void refusesADispatchOfAnUnknownSchema() {
        CoopEvent event = answer();
        byte[] whole = dispatches.dispatch(next(event), event, xb.signer(), "unodc");

        assertUnreadable(WireValue.join(987_654, WireValue.split(whole).binary()));
    }

    @Test
    void refusesAnEventThatItMayNotPublish() {
        var alert = SampleEvents.alertRoute("xb");

        RecordMetadata sent = xb.send(
                OUTBOX,
                Dispatches.partition(alert, stack.roster().partitions()),
                dispatches.dispatch(next(alert.getEnvelope()), alert, xb.signer()));

        assertThat(receiptOf(sent).getRule()).contains("PUBLISHER");
    }

    @Test
    void aRepeatedNumberEndsAsRepeated() {
        CoopEvent event = answer();
        byte[] dispatch = dispatches.dispatch(next(event), event, xb.signer(), "unodc");
        RecordMetadata first = send(event, dispatch);

        RecordMetadata second = send(event, dispatch);

        assertThat(receiptOf(first).getOutcome()).isEqualTo(Outcome.RELEASED);
        assertThat(receiptOf(second).getOutcome()).isEqualTo(Outcome.REPEATED);
        assertThat(auditOf(second).getOutcome()).isEqualTo(Outcome.REPEATED);
        assertThat(copiesOf(event)).isEqualTo(1);
    }

    @Test
    void aSkippedNumberIsJudgedAndTheGapIsTold() {
        CoopEvent event = answer();
        long missing = next(event);
        next(event);
        long seq = next(event);

        RecordMetadata sent = send(event, dispatches.dispatch(seq, event, xb.signer(), "unodc"));

        Receipt receipt = receiptOf(sent);
        assertThat(receipt.getOutcome()).isEqualTo(Outcome.RELEASED);
        assertThat(receipt.getSeq()).contains(seq);
        assertThat(receipt.getExpectedSeq()).contains(missing);
        assertThat(auditOf(sent).getExpectedSeq()).contains(missing);
    }

    private static CoopEvent answer() {
        Envelope envelope = SampleEvents.cooperation("coop.event", "xb").build();
        return SampleEvents.coopEvent("xb", envelope);
    }

    private void assertRefused(CoopEvent event, byte[] dispatch, String rule) {
        RecordMetadata sent = send(event, dispatch);

        Receipt receipt = receiptOf(sent);
        assertThat(receipt.getOutcome()).isEqualTo(Outcome.REFUSED);
        assertThat(receipt.getRule()).contains(rule);
        assertThat(receipt.getReason()).isPresent();
        assertThat(receipt.getReleasedTo()).isEmpty();
        assertRefused(auditOf(sent), rule);
        assertThat(copiesOf(event)).isZero();
    }

    private void assertUnreadable(byte[] value) {
        long before = copies();

        RecordMetadata sent = xb.send(OUTBOX, 0, value);

        assertThat(receiptOf(sent).getRule()).contains("FORMAT");
        assertRefused(auditOf(sent), "FORMAT");
        assertThat(copies()).isEqualTo(before);
    }

    private static void assertRefused(AuditDecision audit, String rule) {
        assertThat(audit.getOutcome()).isEqualTo(Outcome.REFUSED);
        assertThat(audit.getRule()).contains(rule);
        assertThat(audit.getOriginator()).isEqualTo("xb");
        assertThat(audit.getPolicyVersion()).hasSize(64);
    }

    private static RecordMetadata send(CoopEvent event, byte[] dispatch) {
        return xb.send(OUTBOX, Dispatches.partition(event, stack.roster().partitions()), dispatch);
    }

    private static long next(CoopEvent event) {
        return next(event.getEnvelope());
    }

    private static long next(Envelope envelope) {
        int partition = org.heliograph.exchange.wire.Partitions.of(
                envelope.getContextId(), stack.roster().partitions());
        return LAST.merge(partition, 1L, Long::sum);
    }

    private static Receipt receiptOf(RecordMetadata sent) {
        String dispatch = "%s-%d@%d".formatted(sent.topic(), sent.partition(), sent.offset());
        return await().atMost(PATIENCE)
                .until(
                        () -> xb.readAll("inbox.xb.receipts", Receipt.class).stream()
                                .filter(receipt -> receipt.getDispatch().equals(dispatch))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /**
     * Committed with the receipt, so no waiting is needed once that is there; but a test may ask for the audit first.
     */
    private static AuditDecision auditOf(RecordMetadata sent) {
        String chain = "%s-%d".formatted(sent.topic(), sent.partition());
        return await().atMost(PATIENCE)
                .until(
                        () -> auditor.readAll("audit.decisions", AuditDecision.class).stream()
                                .filter(link -> link.getChain().equals(chain) && link.getOffset() == sent.offset())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static long copiesOf(CoopEvent event) {
        UUID id = event.getEnvelope().getEventId();
        return copies(id.toString()::equals);
    }

    private static long copies() {
        return copies(key -> true);
    }

    private static long copies(java.util.function.Predicate<String> key) {
        long copies = 0;
        for (String party : List.of("iom", "unodc", "xa", "xb", "xa-coastguard")) {
            try (PartySystem reader = new PartySystem(stack, party)) {
                copies += reader.readAll(reader.inboxes()).stream()
                        .filter(message -> key.test(message.key()))
                        .count();
            }
        }
        return copies;
    }

    private static Optional<Long> number(byte[] value) {
        try {
            return Optional.of(xb.decode(value, Dispatch.class).getSeq());
        } catch (MalformedValueException | WireException | java.util.NoSuchElementException unreadable) {
            return Optional.empty();
        }
    }

    /** The event up to its list of conditions, which claims to have 100 million items. */
    private static byte[] claimOfItems(CoopEvent event) throws IOException {
        byte[] head = AvroBinary.encode(event);
        var claim = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(claim, null);
        // conditions, infoNeeded, escalationLevel, dueAt, resultRefs take one byte each while empty
        claim.write(head, 0, head.length - 5);
        encoder.writeArrayStart();
        encoder.setItemCount(100_000_000L);
        encoder.flush();
        return claim.toByteArray();
    }
}
