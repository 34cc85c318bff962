package org.heliograph.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Receipt;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.exchange.wire.MalformedValueException;
import org.heliograph.exchange.wire.WireException;
import org.heliograph.sharing.policy.Topics;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.Dispatches;
import org.heliograph.testkit.PartySystem;
import org.jspecify.annotations.Nullable;

/**
 * A party's outbox in the hands of a test that writes what it likes, and sees what becomes of it. The party's service
 * is stopped meanwhile, so that the numbers of the outbox are the test's alone.
 */
final class SeizedOutbox implements AutoCloseable {

    /** It may send steps of requests to UNODC and XA, and has no service in the stack that would number them too. */
    static final String FIELD_OFFICE = "unodc-field-south";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Stack stack;
    private final @Nullable Component service;
    private final PartySystem party;
    private final String outbox;
    private final String receipts;
    private final PartySystem auditor;
    private final List<PartySystem> recipients;
    private final Dispatches dispatches;
    private final Map<Integer, Long> last = new HashMap<>();

    /** That of {@link #FIELD_OFFICE}. */
    SeizedOutbox(Stack stack) {
        this(stack, FIELD_OFFICE, null);
        takeUpNumbers();
    }

    SeizedOutbox(Stack stack, Component service, String id) {
        this(stack, id, service);
        stack.stop(service);
        takeUpNumbers();
    }

    /** That of a party which has no service in the stack. */
    static SeizedOutbox withoutService(Stack stack, String id) {
        SeizedOutbox outbox = new SeizedOutbox(stack, id, null);
        outbox.takeUpNumbers();
        return outbox;
    }

    private SeizedOutbox(Stack stack, String id, @Nullable Component service) {
        this.stack = stack;
        this.service = service;
        this.party = new PartySystem(stack, id);
        this.outbox = Topics.outbox(id);
        this.receipts = Topics.receipts(id);
        this.auditor = new PartySystem(stack, "auditor");
        this.recipients =
                List.of("iom", "unodc", "xa", "xb", "xc", "xa-coastguard", "iom-field-east", "unodc-field-south")
                        .stream()
                        .map(party -> new PartySystem(stack, party))
                        .toList();
        this.dispatches = new Dispatches(party.schemas());
    }

    private void takeUpNumbers() {
        party.readAll(List.of(outbox))
                .forEach(message ->
                        number(message.value()).ifPresent(seq -> last.merge(message.partition(), seq, Math::max)));
    }

    Dispatches dispatches() {
        return dispatches;
    }

    EventSigner signer() {
        return party.signer();
    }

    /** The next number of the partition to which the event's case belongs. */
    long next(SpecificRecord event) {
        return last.merge(partition(event), 1L, Long::sum);
    }

    RecordMetadata send(SpecificRecord event, byte[] dispatch) {
        return party.send(outbox, partition(event), dispatch);
    }

    /** The record with this dispatch, to be sent by a producer of {@link #producer}. */
    ProducerRecord<byte[], byte[]> record(SpecificRecord event, byte[] dispatch) {
        return new ProducerRecord<>(outbox, partition(event), null, dispatch);
    }

    KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
        return party.producer(settings);
    }

    RecordMetadata send(byte @Nullable [] value) {
        return party.send(outbox, 0, value);
    }

    Receipt receiptOf(RecordMetadata sent) {
        String dispatch = "%s-%d@%d".formatted(sent.topic(), sent.partition(), sent.offset());
        return awaited(() -> party.readAll(receipts, Receipt.class).stream()
                .filter(receipt -> receipt.getDispatch().equals(dispatch))
                .findFirst());
    }

    /** Waits until something of this outbox was judged by that version of the policy last. */
    void awaitJudgedBy(String version) {
        awaited(() -> party.readAll(receipts, Receipt.class).stream()
                .max(Comparator.comparing(Receipt::getDecidedAt))
                .filter(receipt -> receipt.getPolicyVersion().equals(version)));
    }

    AuditDecision auditOf(RecordMetadata sent) {
        String chain = "%s-%d".formatted(sent.topic(), sent.partition());
        return awaited(() -> auditor.readAll("audit.decisions", AuditDecision.class).stream()
                .filter(link -> link.getChain().equals(chain) && link.getOffset() == sent.offset())
                .findFirst());
    }

    /**
     * Copies of the event in all inboxes; committed with the receipt, so that no waiting is needed once that is there.
     */
    long copiesOf(UUID eventId) {
        return copies(key -> key.endsWith("/" + eventId));
    }

    /** All records in all inboxes. */
    long copies() {
        return copies(key -> true);
    }

    private long copies(Predicate<String> key) {
        return recipients.stream()
                .flatMap(recipient -> recipient.readAll(recipient.inboxes()).stream())
                .filter(message -> key.test(message.key()))
                .count();
    }

    private int partition(SpecificRecord event) {
        return Dispatches.partition(event, stack.roster().partitions());
    }

    private Optional<Long> number(byte @Nullable [] value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(party.decode(value, Dispatch.class).getSeq());
        } catch (MalformedValueException | WireException | NoSuchElementException unreadable) {
            return Optional.empty();
        }
    }

    private static <T> T awaited(Supplier<Optional<T>> attempt) {
        return await().atMost(PATIENCE).until(attempt::get, Optional::isPresent).orElseThrow();
    }

    @Override
    public void close() {
        recipients.forEach(PartySystem::close);
        auditor.close();
        party.close();
        if (service != null) {
            stack.start(service);
        }
    }
}
