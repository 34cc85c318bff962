package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.heliograph.events.CoopRequest;
import org.heliograph.sharing.Recall;
import org.heliograph.sharing.Rule;
import org.heliograph.sharing.SharingDecision;
import org.junit.jupiter.api.Test;

class RecalledCopiesTest {

    private static final UUID TARGET = UUID.fromString("6f1c2a3e-0b7d-4c55-9a41-2f60c1d7e801");

    private final Platform platform = new Platform();
    private final GatePolicy policy = platform.gatePolicy();

    @Test
    void removesTheTargetOfTheRecallingPartyAlone() {
        List<ProducerRecord<byte[], byte[]>> records = outputs(Optional.of(new Recall(TARGET, "alerts")), "unodc", "xb")
                .records();

        assertThat(records)
                .filteredOn(record -> record.value() == null)
                .extracting(ProducerRecord::topic)
                .containsExactly("inbox.unodc.alerts", "inbox.xb.alerts");
        assertThat(records).filteredOn(record -> record.value() == null).allSatisfy(tombstone -> {
            assertThat(new String(tombstone.key(), StandardCharsets.UTF_8)).isEqualTo("xa/" + TARGET);
            assertThat(tombstone.partition()).isEqualTo(3);
        });
        assertThat(records)
                .extracting(ProducerRecord::topic)
                .contains("inbox.unodc.cooperation", "inbox.xb.cooperation", "inbox.xa.receipts", "audit.decisions");
    }

    @Test
    void removesTheTargetFromTheInboxOfASuspendedPartyThatWouldHaveGotTheRecall() {
        SortedMap<String, SharingDecision> decisions = new TreeMap<>();
        decisions.put("unodc", new SharingDecision.Released(Rule.R2, "named by the originator"));
        decisions.put("xb", new SharingDecision.Withheld(Rule.SUSPENDED, "suspended", ""));

        List<ProducerRecord<byte[], byte[]>> records =
                outputs(Optional.of(new Recall(TARGET, "alerts")), decisions).records();

        assertThat(records)
                .filteredOn(record -> record.value() == null)
                .extracting(ProducerRecord::topic)
                .containsExactly("inbox.unodc.alerts", "inbox.xb.alerts");
        assertThat(records).extracting(ProducerRecord::topic).doesNotContain("inbox.xb.cooperation");
    }

    @Test
    void writesNoTombstoneWhereThereIsNoTopicForIt() {
        assertThat(outputs(Optional.of(new Recall(TARGET, "imagined")), "unodc").records())
                .allSatisfy(record -> assertThat(record.value()).isNotNull());
    }

    @Test
    void writesNoTombstoneForAnythingElse() {
        assertThat(outputs(Optional.empty(), "unodc").records())
                .allSatisfy(record -> assertThat(record.value()).isNotNull());
    }

    @Test
    void saysInTheReceiptWhatWasTakenBack() {
        Account account =
                outputs(Optional.of(new Recall(TARGET, "alerts")), "unodc").account();

        assertThat(account.receipt().getReason()).contains("takes %s back from the family alerts".formatted(TARGET));
    }

    private Outputs outputs(Optional<Recall> recall, String... recipients) {
        SortedMap<String, SharingDecision> decisions = new TreeMap<>();
        for (String recipient : recipients) {
            decisions.put(recipient, new SharingDecision.Released(Rule.R2, "named by the originator"));
        }
        decisions.put("xc", new SharingDecision.Withheld(Rule.R2, "not named", ""));
        return outputs(recall, decisions);
    }

    private Outputs outputs(Optional<Recall> recall, SortedMap<String, SharingDecision> decisions) {
        Set<String> recipients = new TreeSet<>(decisions.keySet());
        recipients.removeIf(party -> !(decisions.get(party) instanceof SharingDecision.Released));
        CoopRequest event = Events.request("xa");
        Ruling ruling = new Ruling.Released(
                new Findings(1L, null, event.getEnvelope(), null, null),
                event.getEnvelope(),
                policy.eventSchema(Platform.id(CoopRequest.class)).orElseThrow(),
                ByteBuffer.wrap(Platform.wire(event)),
                "signature",
                new Ruling.Sinks.Inboxes(new TreeSet<>(recipients), "cooperation", recall),
                decisions,
                Set.of());
        return Outputs.of(
                policy,
                PartitionState.START,
                new ConsumerRecord<>("outbox.xa", 3, 70, new byte[0], new byte[] {1}),
                ruling,
                Events.AT);
    }
}
