package org.heliograph.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.Grounds;
import org.heliograph.exchange.ServiceUnderTest;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SampleEvents;

/** The outbox of {@code iom}: what is in it, and what came since this was made. */
final class IomOutbox implements AutoCloseable {

    static final Duration SOON = Duration.ofMinutes(3);
    static final String NO_RELAY = "heliograph.outbox.relay=false";

    private final Grounds grounds;
    private final PartySystem iom;
    private final Map<Integer, Long> before = new HashMap<>();

    IomOutbox(Grounds grounds) {
        this.grounds = grounds;
        this.iom = new PartySystem(grounds.stack(), "iom");
        sent().forEach(sent -> before.merge(sent.partition(), sent.offset(), Math::max));
    }

    /** A dispatch as it is in the outbox. */
    record Sent(int partition, long offset, String contextId, long seq, UUID eventId) {}

    Grounds grounds() {
        return grounds;
    }

    PartySystem party() {
        return iom;
    }

    ServiceUnderTest start(String... settings) {
        return ServiceUnderTest.start(grounds, List.of(), settings);
    }

    static long unsent(ServiceUnderTest service) {
        return service.jdbc()
                .sql("select count(*) from outbox where sent_at is null and held_at is null")
                .query(Long.class)
                .single();
    }

    private List<Sent> sent() {
        return iom.readAll(List.of(Grounds.OUTBOX)).stream().map(this::sent).toList();
    }

    private Sent sent(ConsumerRecord<String, byte[]> message) {
        Dispatch dispatch = iom.decode(message.value(), Dispatch.class);
        WireValue event = WireValue.split(dispatch.getEvent());
        Envelope envelope =
                AvroBinary.envelope(iom.schemas().byId(event.schemaId()).orElseThrow(), event.binary());
        return new Sent(message.partition(), message.offset(), message.key(), dispatch.getSeq(), envelope.getEventId());
    }

    /** What was sent since the test began. */
    List<Sent> news() {
        return sent().stream()
                .filter(sent -> sent.offset() > before.getOrDefault(sent.partition(), -1L))
                .sorted(Comparator.comparing(Sent::partition).thenComparing(Sent::offset))
                .toList();
    }

    List<UUID> newsOf(String contextId) {
        return news().stream()
                .filter(sent -> sent.contextId().equals(contextId))
                .map(Sent::eventId)
                .toList();
    }

    void assertNumbersWithoutGaps() {
        List<Sent> all = sent();
        for (int partition = 0; partition < Grounds.PARTITIONS; partition++) {
            int number = partition;
            List<Long> numbers = all.stream()
                    .filter(sent -> sent.partition() == number)
                    .sorted(Comparator.comparing(Sent::offset))
                    .map(Sent::seq)
                    .toList();
            assertThat(numbers)
                    .as("numbers of partition %s", partition)
                    .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
        }
    }

    static AlertRoute alert(String contextId) {
        return SampleEvents.alertRoute(SampleEvents.envelope("alert.route", "iom")
                .setContextId(contextId)
                .setTlp(Tlp.GREEN)
                .setLane(Lane.OPERATIONAL)
                .setPermittedPurposes(List.of(Purpose.STRATEGIC_ANALYSIS))
                .build());
    }

    @Override
    public void close() {
        iom.close();
    }
}
