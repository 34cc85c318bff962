package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Outcome;
import org.heliograph.events.Receipt;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.gate.AuditChain;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;

/**
 * What every party offered on one stack, and how it ended, read from the broker alone: outboxes, audit, receipts and
 * inboxes.
 */
final class Ledger {

    private static final String AUDIT = "audit.decisions";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stack stack;
    private final List<String> senders;

    Ledger(Stack stack, String... senders) {
        this.stack = stack;
        this.senders = List.of(senders);
    }

    /** Offered = released + refused + repeated, each once and receipted once; each recipient has each copy once. */
    void assertBalanced() {
        Map<String, Dispatch> offered = new TreeMap<>();
        senders.forEach(sender -> as(sender, system -> {
            system.readAll(List.of("outbox." + sender))
                    .forEach(record -> offered.put(place(record), system.decode(record.value(), Dispatch.class)));
            return offered;
        }));
        List<GenericRecord> links = await().atMost(PATIENCE)
                .until(() -> as("auditor", this::links), decided -> decided.size() >= offered.size());
        Map<String, Outcome> outcomes = links.stream()
                .collect(Collectors.toMap(
                        link -> link.get("chain") + "@" + link.get("offset"),
                        link -> Outcome.valueOf(link.get("outcome").toString())));

        assertThat(outcomes.keySet()).isEqualTo(offered.keySet());
        assertThat(AuditChain.problems(links)).isEmpty();
        List<Receipt> receipts = senders.stream()
                .flatMap(sender ->
                        as(sender, system -> system.readAll("inbox." + sender + ".receipts", Receipt.class)).stream())
                .toList();
        assertThat(receipts.stream().collect(Collectors.toMap(Receipt::getDispatch, Receipt::getOutcome)))
                .isEqualTo(outcomes);
        assertThat(stack.roster().parties().values().stream().distinct())
                .allSatisfy(party ->
                        assertThat(copies(party)).as("copies of %s", party).isEqualTo(promised(party, receipts)));
    }

    private Map<String, Integer> copies(String party) {
        Map<String, Integer> counts = new HashMap<>();
        as(party, system -> system.readAll(system.inboxes()))
                .forEach(record -> counts.merge(record.key(), 1, Integer::sum));
        return counts;
    }

    private static Map<String, Integer> promised(String party, List<Receipt> receipts) {
        Map<String, Integer> promised = new HashMap<>();
        receipts.stream()
                .filter(receipt -> receipt.getReleasedTo().contains(party))
                .forEach(receipt -> promised.merge(receipt.getEventId().orElseThrow(), 1, Integer::sum));
        return promised;
    }

    private List<GenericRecord> links(PartySystem auditor) {
        return auditor.readAll(Set.of(AUDIT)).stream()
                .map(record -> {
                    WireValue value = WireValue.split(record.value());
                    return AvroBinary.decode(
                            auditor.schemas().byId(value.schemaId()).orElseThrow(), value.binary());
                })
                .toList();
    }

    private static String place(ConsumerRecord<String, byte[]> record) {
        return "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
    }

    private <T> T as(String principal, Function<PartySystem, T> call) {
        try (PartySystem system = new PartySystem(stack, principal)) {
            return call.apply(system);
        }
    }
}
