package org.heliograph.bench;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.heliograph.events.CoopEvent;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.testkit.Dispatches;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SampleEvents;

/** Signed events of one party, made once and offered as often as wanted, each time under the next numbers. */
final class Offers {

    private record Signed(int partition, ByteBuffer event, String signature) {}

    private final Dispatches dispatches;
    private final EventSigner signer;
    private final String party;
    private final int partitions;
    private final List<Signed> signed = new ArrayList<>();
    private final Map<Integer, Long> lastSequence = new HashMap<>();

    Offers(PartySystem party, int partitions) {
        this.party = party.principal();
        this.dispatches = new Dispatches(party.schemas());
        this.signer = party.signer();
        this.partitions = partitions;
    }

    CoopEvent event() {
        return SampleEvents.coopEvent(
                party, SampleEvents.cooperation("coop.event", party).build());
    }

    byte[] unsigned(String signature, String... recipients) {
        return dispatches.dispatch(1, dispatches.event(event()), signature, recipients);
    }

    byte[] whole(String... recipients) {
        return dispatches.dispatch(1, event(), signer, recipients);
    }

    void sign(int number) {
        while (signed.size() < number) {
            CoopEvent event = event();
            signed.add(new Signed(
                    Dispatches.partition(event, partitions),
                    ByteBuffer.wrap(dispatches.event(event)),
                    dispatches.signature(event, signer)));
        }
    }

    /** Size of the event that is copied. */
    byte[] anEvent() {
        return signed.getFirst().event().array();
    }

    void send(KafkaProducer<byte[], byte[]> producer, String topic, int number, String... recipients) {
        for (int index = 0; index < number; index++) {
            Signed one = signed.get(index % signed.size());
            long seq = lastSequence.merge(one.partition(), 1L, Long::sum);
            var _ = producer.send(new ProducerRecord<>(
                    topic,
                    one.partition(),
                    null,
                    dispatches.dispatch(seq, one.event().array(), one.signature(), recipients)));
        }
        producer.flush();
    }
}
