package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.Outcome;
import org.heliograph.events.PartyDecision;
import org.heliograph.events.Receipt;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.PartyKind;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.Dispatches;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SampleEvents;

/**
 * Everything that XA offers from now on, and how it should end. After whatever happened to the gate,
 * {@link #assertAllEndedOnce} holds: the {@link Ledger} balances, and each offer ended as it should.
 */
final class Offers implements AutoCloseable {

    private static final String OUTBOX = "outbox.xa";
    private static final String AUDIT = "audit.decisions";

    private final GateStack gates;
    private final Stack stack;
    private final PartySystem xa;
    private final PartySystem auditor;
    private final Dispatches dispatches;
    private final EventSigner signer;
    private final Ledger ledger;
    private final Set<String> before;
    private final Collection<Party> parties;
    private final Map<String, Expected> expected = new LinkedHashMap<>();

    private record Expected(Outcome outcome, Set<String> recipients) {}

    private record Offer(ProducerRecord<byte[], byte[]> dispatch, Expected expected) {}

    Offers(GateStack gates) {
        this.gates = gates;
        this.stack = gates.stack();
        this.xa = new PartySystem(stack, "xa");
        this.auditor = new PartySystem(stack, "auditor");
        this.dispatches = new Dispatches(xa.schemas());
        this.signer = xa.signer();
        this.ledger = gates.ledger();
        ledger.awaitSettled();
        this.before = ledger.links().stream().map(Ledger::place).collect(Collectors.toSet());
        this.parties = PolicyCompiler.compile(stack.policy()).parties().values();
    }

    /** Writes this many records: of each twenty, one names nobody and is refused, and one is a repetition. */
    void offer(int number, String... recipients) {
        List<Offer> offers = new ArrayList<>();
        while (offers.size() < number) {
            int place = offers.size() % 20;
            if (place == 19) {
                Offer repeated = offers.get(offers.size() - 5);
                offers.add(new Offer(repeated.dispatch(), new Expected(Outcome.REPEATED, Set.of())));
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
        long seq = gates.nextNumber(OUTBOX, partition);
        return new Offer(
                new ProducerRecord<>(OUTBOX, partition, null, dispatches.dispatch(seq, event, signer, recipients)),
                new Expected(outcome, reached(recipients)));
    }

    /** Those named, and the offices that a name reaches up to AMBER. */
    private Set<String> reached(String... named) {
        Set<String> reached = new HashSet<>(List.of(named));
        parties.stream()
                .filter(party -> party.kind() == PartyKind.OFFICE && reached.contains(party.authority()))
                .map(Party::id)
                .toList()
                .forEach(reached::add);
        return reached;
    }

    private void send(List<Offer> offers) {
        try (KafkaProducer<byte[], byte[]> producer =
                xa.producer(Map.of(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 300_000))) {
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

    /** Offers this many that must be refused, whatever they name. */
    void offerRefused(int number, String... recipients) {
        List<Offer> offers = new ArrayList<>();
        while (offers.size() < number) {
            Offer offer = next(Outcome.RELEASED, recipients);
            offers.add(new Offer(offer.dispatch(), new Expected(Outcome.REFUSED, Set.of())));
        }
        send(offers);
    }

    /** How many records of one partition of the outbox were decided on. */
    long decidedIn(int partition) {
        ledger.turn();
        return ledger.links().stream()
                .filter(link -> link.getChain().equals(OUTBOX + "-" + partition))
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
        ledger.assertBalanced();

        assertThat(ledger.links().stream()
                        .filter(link -> !before.contains(Ledger.place(link)))
                        .collect(Collectors.toMap(
                                Ledger::place, link -> new Expected(link.getOutcome(), released(link)))))
                .isEqualTo(expected);
    }

    private static Set<String> released(AuditDecision link) {
        return link.getDecisions().stream()
                .filter(PartyDecision::getReleased)
                .map(PartyDecision::getParty)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        xa.close();
        auditor.close();
    }
}
