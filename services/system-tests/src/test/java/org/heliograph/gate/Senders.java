package org.heliograph.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.gate.RandomDispatches.Offered;
import org.heliograph.sharing.policy.Topics;
import org.heliograph.testkit.Dispatches;
import org.heliograph.testkit.PartySystem;

/** The systems of all parties, whose outboxes nobody else writes. */
final class Senders implements AutoCloseable {

    private static final String UNSIGNED = "";

    private final GateStack gates;
    private final Map<String, PartySystem> systems = new TreeMap<>();
    private final Map<String, Dispatches> dispatches = new TreeMap<>();
    private final Map<String, EventSigner> signers = new TreeMap<>();

    Senders(GateStack gates, Collection<String> parties) {
        this.gates = gates;
        for (String party : parties) {
            PartySystem system = new PartySystem(gates.stack(), party);
            systems.put(party, system);
            dispatches.put(party, new Dispatches(system.schemas()));
            signers.put(party, system.signer());
        }
    }

    PartySystem system(String party) {
        return Objects.requireNonNull(systems.get(party));
    }

    Dispatches dispatches(String party) {
        return Objects.requireNonNull(dispatches.get(party));
    }

    /** As a service shows it to the gate. */
    byte[] unsigned(Offered offered) {
        Dispatches writer = dispatches(offered.owner());
        return writer.dispatch(1, writer.event(offered.event()), UNSIGNED, offered.distribution());
    }

    /** Writes them signed into the outboxes, and tells in their order where each lies. */
    List<String> offer(List<Offered> offered) throws ExecutionException, InterruptedException {
        Map<String, KafkaProducer<byte[], byte[]>> producers = new TreeMap<>();
        systems.forEach((party, system) -> producers.put(party, system.producer(Map.of())));
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Offered each : offered) {
                sent.add(Objects.requireNonNull(producers.get(each.owner())).send(signed(each)));
            }
            List<String> places = new ArrayList<>();
            for (Future<RecordMetadata> one : sent) {
                RecordMetadata at = one.get();
                places.add("%s-%d@%d".formatted(at.topic(), at.partition(), at.offset()));
            }
            return places;
        } finally {
            producers.values().forEach(KafkaProducer::close);
        }
    }

    private ProducerRecord<byte[], byte[]> signed(Offered offered) {
        Dispatches writer = dispatches(offered.owner());
        int partition =
                Dispatches.partition(offered.event(), gates.stack().roster().partitions());
        String outbox = Topics.outbox(offered.owner());
        long seq = gates.nextNumber(outbox, partition);
        byte[] value = writer.dispatch(seq, writer.event(offered.event()), signature(offered), offered.distribution());
        return new ProducerRecord<>(outbox, partition, null, value);
    }

    /** Of a case that has more than one line there is none. */
    private String signature(Offered offered) {
        try {
            return dispatches(offered.owner())
                    .signature(offered.event(), Objects.requireNonNull(signers.get(offered.owner())));
        } catch (IllegalArgumentException unsignable) {
            return UNSIGNED;
        }
    }

    @Override
    public void close() {
        systems.values().forEach(PartySystem::close);
    }
}
