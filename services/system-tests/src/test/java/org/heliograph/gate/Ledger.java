package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.Outcome;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.SchemaLookup;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.sharing.policy.Topics;
import org.heliograph.standalone.Stack;

/**
 * The books of a whole stack, as its topics tell them, from the first record on: what was offered in all outboxes, and
 * by operators of these again, how the gate decided, what it told the originators, and what lies in the inboxes and the
 * public topics. They balance if each offer ended once (offered = released + refused + repeated), is receipted once and
 * stands in whole audit chains once; if each recipient has each of its copies once, byte for byte and in the order of
 * their dispatches, and nothing else; and if the policy that was in force lets each of them have it.
 */
public final class Ledger implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration OFTEN = Duration.ofMillis(500);

    private final Policy policy;
    private final Pages audit;
    private final Pages redeliveries;
    private final Pages versions;
    private final Map<String, Pages> parties = new TreeMap<>();
    private final List<AuditDecision> links = new ArrayList<>();
    private final Set<String> allowed = new HashSet<>();

    public Ledger(Stack stack) {
        audit = new Pages(stack, "auditor", Topics.AUDIT::equals);
        redeliveries = new Pages(stack, "gate", Topics.REDELIVERIES::equals);
        versions = new Pages(stack, "operations", Topics.POLICY_VERSIONS::equals);
        policy = PolicyCompiler.compile(stack.policy());
        for (String party : policy.parties().keySet()) {
            // All may read what is public; once is enough.
            String publicly = parties.isEmpty() ? "public." : "none";
            Predicate<String> own = topic -> topic.equals(Topics.outbox(party))
                    || topic.startsWith("inbox." + party + ".")
                    || topic.startsWith(publicly);
            parties.put(party, new Pages(stack, party, own));
        }
    }

    /** How all offers ended, those that were judged again among them. */
    public record Totals(long offered, Map<Outcome, Long> ended) {

        public long ended(Outcome outcome) {
            return ended.getOrDefault(outcome, 0L);
        }
    }

    /** Waits until every offer is decided and nothing moves any more, and then demands that all is as promised. */
    public Totals assertBalanced() {
        awaitSettled();
        assertThat(new LedgerCheck(this).problems()).isEmpty();
        return totals();
    }

    /** Waits until every offer that is in an outbox is decided and a whole reading finds nothing new. */
    public void awaitSettled() {
        await("all offers are decided, so far " + totals())
                .atMost(PATIENCE)
                .pollInterval(OFTEN)
                .ignoreExceptions()
                .until(() -> !turn()
                        && offers().size() + pointers().size()
                                <= audit.records().size());
    }

    /** Reads what came since, and says whether anything did. */
    boolean turn() {
        boolean news = false;
        for (Pages party : parties.values()) {
            news |= party.turn();
        }
        news |= audit.turn();
        news |= versions.turn();
        news |= redeliveries.turn();
        return news;
    }

    public Totals totals() {
        return new Totals(
                offers().size() + pointers().size(),
                links().stream().collect(Collectors.groupingBy(AuditDecision::getOutcome, Collectors.counting())));
    }

    /**
     * The events of one type that a party has put into its outbox, in the order of each partition; once, if a relay
     * that lost sight of the broker sent one again.
     */
    public List<GenericRecord> offered(String party, String schema) {
        Set<String> repeated = links().stream()
                .filter(link -> link.getOutcome() == Outcome.REPEATED)
                .map(Ledger::place)
                .collect(Collectors.toSet());
        return offers().stream()
                .filter(offer -> offer.topic().equals(Topics.outbox(party)))
                .filter(offer -> !repeated.contains(offer.topic() + "-" + offer.partition() + "@" + offer.offset()))
                .flatMap(offer -> LedgerCheck.dispatch(schemas(), offer).stream())
                .map(dispatch -> WireValue.split(dispatch.getEvent()))
                .filter(event -> schema(event).getName().equals(schema))
                .map(event -> AvroBinary.decode(schema(event), event.binary()))
                .toList();
    }

    SchemaLookup schemas() {
        return versions.reader().schemas();
    }

    List<ConsumerRecord<String, byte[]>> offers() {
        return of(topic -> topic.startsWith("outbox."));
    }

    /** What operators asked to be judged again: each is an offer of something that lies in an outbox already. */
    List<ConsumerRecord<String, byte[]>> pointers() {
        return redeliveries.records();
    }

    List<ConsumerRecord<String, byte[]>> receipts() {
        return of(topic -> topic.endsWith(".receipts"));
    }

    List<ConsumerRecord<String, byte[]>> copies() {
        return of(topic -> !topic.startsWith("outbox.") && !topic.endsWith(".receipts"));
    }

    List<ConsumerRecord<String, byte[]>> policies() {
        return versions.records();
    }

    /** All that was decided as far as it was read, the links of each chain in order. */
    public List<AuditDecision> links() {
        audit.records().stream()
                .skip(links.size())
                .map(link -> audit.reader().decode(link.value(), AuditDecision.class))
                .forEach(links::add);
        return List.copyOf(links);
    }

    /** Where that lies whose links were found to be as the policy allows: they stay so, and are judged once. */
    Set<String> allowed() {
        return allowed;
    }

    /** Where that lies which was decided on, {@code topic-partition@offset}. */
    static String place(AuditDecision link) {
        return link.getChain() + "@" + link.getOffset();
    }

    /** Nobody may read the topics of a party that is in the policy no more. The public never leaves. */
    boolean hasLeft(String party) {
        return !party.equals("public") && !parties.containsKey(party);
    }

    /** An inbox that the party could read for a time, by a grant that is over. */
    boolean isOutOfReach(String topic) {
        String[] name = topic.split("\\.", -1);
        return name[0].equals("inbox") && !policy.families(name[1]).contains(name[2]);
    }

    /** As they were written, for checking the chains. */
    List<ConsumerRecord<String, byte[]>> audit() {
        return audit.records();
    }

    private Schema schema(WireValue value) {
        return schemas().byId(value.schemaId()).orElseThrow();
    }

    private List<ConsumerRecord<String, byte[]>> of(Predicate<String> topics) {
        return parties.values().stream()
                .flatMap(pages -> pages.records().stream())
                .filter(message -> topics.test(message.topic()))
                .toList();
    }

    @Override
    public void close() {
        audit.close();
        versions.close();
        redeliveries.close();
        parties.values().forEach(Pages::close);
    }
}
