package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.Outcome;
import org.heliograph.events.Receipt;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.Dispatches;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SampleEvents;

/**
 * Everything that XA ever offered on one stack, and how it should end. After whatever happened to the gate,
 * {@link #assertAllEndedOnce} holds: each offer ended once, is receipted once, stands in whole audit chains once, and
 * each recipient has each of its copies once, in the order of their dispatches.
 */
final class Offers implements AutoCloseable {

    private static final String OUTBOX = "outbox.xa";
    private static final String AUDIT = "audit.decisions";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> PARTIES = List.of("iom", "unodc", "xa", "xb", "xa-coastguard");

    private final Stack stack;
    private final PartySystem xa;
    private final PartySystem auditor;
    private final Dispatches dispatches;
    private final EventSigner signer;
    private final Map<Integer, Long> lastSequence = new HashMap<>();
    private final Map<String, Expected> expected = new LinkedHashMap<>();

    private record Expected(int partition, Outcome outcome, String eventId, List<String> recipients) {}

    private record Offer(ProducerRecord<byte[], byte[]> dispatch, Expected expected) {}

    Offers(Stack stack) {
        this.stack = stack;
        this.xa = new PartySystem(stack, "xa");
        this.auditor = new PartySystem(stack, "auditor");
        this.dispatches = new Dispatches(xa.schemas());
        this.signer = xa.signer();
    }

    /** Writes this many records: of each twenty, one names nobody and is refused, and one is a repetition. */
    void offer(int number, String... recipients) {
        List<Offer> offers = new ArrayList<>();
        while (offers.size() < number) {
            int place = offers.size() % 20;
            if (place == 19) {
                Offer repeated = offers.get(offers.size() - 5);
                offers.add(new Offer(
                        repeated.dispatch(),
                        new Expected(repeated.expected().partition(), Outcome.REPEATED, "", List.of())));
            } else {
                offers.add(place == 7 ? next(Outcome.REFUSED) : next(Outcome.RELEASED, recipients));
            }
        }
        send(offers);
    }

    private static CoopEvent event() {
        return SampleEvents.coopEvent(
                "xa", SampleEvents.cooperation("coop.event", "xa").build());
    }

    private Offer next(Outcome outcome, String... recipients) {
        return next(event(), outcome, recipients);
    }

    private Offer next(CoopEvent event, Outcome outcome, String... recipients) {
        int partition = Dispatches.partition(event, stack.roster().partitions());
        long seq = lastSequence.merge(partition, 1L, Long::sum);
        return new Offer(
                new ProducerRecord<>(OUTBOX, partition, null, dispatches.dispatch(seq, event, signer, recipients)),
                new Expected(
                        partition, outcome, event.getEnvelope().getEventId().toString(), List.of(recipients)));
    }

    private void send(List<Offer> offers) {
        try (KafkaProducer<byte[], byte[]> producer = xa.producer(Map.of())) {
            List<Future<RecordMetadata>> sent = offers.stream()
                    .map(offer -> producer.send(offer.dispatch()))
                    .toList();
            for (int index = 0; index < sent.size(); index++) {
                RecordMetadata metadata = sent.get(index).get();
                expected.put(
                        "%s-%d@%d".formatted(OUTBOX, metadata.partition(), metadata.offset()),
                        offers.get(index).expected());
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Offers this many in cases of one partition of the outbox. */
    void offerIn(int partition, int number, String... recipients) {
        List<Offer> offers = new ArrayList<>();
        while (offers.size() < number) {
            CoopEvent event = event();
            if (Dispatches.partition(event, stack.roster().partitions()) == partition) {
                offers.add(next(event, Outcome.RELEASED, recipients));
            }
        }
        send(offers);
    }

    /** How many records of one partition of the outbox were decided on. */
    long decidedIn(int partition) {
        return links().stream()
                .filter(link -> link.get("chain").toString().equals(OUTBOX + "-" + partition))
                .count();
    }

    /** How many decisions are committed, about; transaction markers count too. */
    long decided() {
        try (KafkaConsumer<String, byte[]> consumer = auditor.consumer(Map.of())) {
            return consumer
                    .endOffsets(IntStream.range(0, stack.roster().partitions())
                            .mapToObj(partition -> new TopicPartition(AUDIT, partition))
                            .toList())
                    .values()
                    .stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    List<Receipt> receipts() {
        return xa.readAll("inbox.xa.receipts", Receipt.class);
    }

    void assertAllEndedOnce() {
        List<GenericRecord> links = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(this::links, all -> all.size() >= expected.size());
        Map<String, Outcome> outcomes = expected.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offer -> offer.getValue().outcome()));

        assertThat(links).hasSize(expected.size());
        assertThat(links.stream()
                        .collect(Collectors.toMap(
                                link -> link.get("chain") + "@" + link.get("offset"),
                                link -> Outcome.valueOf(link.get("outcome").toString()))))
                .isEqualTo(outcomes);
        assertThat(AuditChain.problems(links)).isEmpty();
        assertThat(receipts().stream().collect(Collectors.toMap(Receipt::getDispatch, Receipt::getOutcome)))
                .isEqualTo(outcomes);
        PARTIES.forEach(this::assertCopies);
    }

    private List<GenericRecord> links() {
        return auditor.readAll(Set.of(AUDIT)).stream()
                .map(message -> {
                    WireValue value = WireValue.split(message.value());
                    return AvroBinary.decode(schema(value), value.binary());
                })
                .toList();
    }

    private Schema schema(WireValue value) {
        return xa.schemas().byId(value.schemaId()).orElseThrow();
    }

    private void assertCopies(String party) {
        Map<Integer, List<String>> wanted = new TreeMap<>();
        expected.values().stream()
                .filter(offer -> offer.recipients().contains(party))
                .forEach(offer -> wanted.computeIfAbsent(offer.partition(), partition -> new ArrayList<>())
                        .add(offer.eventId()));
        Map<Integer, List<String>> copies = new TreeMap<>();
        try (PartySystem reader = new PartySystem(stack, party)) {
            reader.readAll(reader.inboxes())
                    .forEach(copy -> copies.computeIfAbsent(copy.partition(), partition -> new ArrayList<>())
                            .add(copy.key()));
        }
        assertThat(copies).as("copies of %s", party).isEqualTo(wanted);
    }

    @Override
    public void close() {
        xa.close();
        auditor.close();
    }
}
