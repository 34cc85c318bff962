package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.policy.Letter;
import org.heliograph.sharing.policy.Matrix;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.Test;

/**
 * What the broker lets every principal do with every topic, tried with clients of that principal, is what the access
 * matrix says; worked out here from its letters and from what may be CLEAR.
 */
@HeliographStack
class EveryRightIT {

    private static final List<String> OF_THE_BROKER = List.of("__consumer_offsets", "__transaction_state");
    private static final List<String> OF_THE_POLICY =
            List.of("policy.adopted", "policy.changes", "policy.head", "policy.versions");
    private static final String AUDIT = "audit.decisions";
    private static final String REDELIVERIES = "gate.redeliveries";

    private final Stack stack;
    private final Policy policy;
    private final Matrix matrix;

    EveryRightIT(Stack stack) {
        this.stack = stack;
        this.policy = PolicyCompiler.compile(stack.policy());
        this.matrix = policy.matrix();
    }

    /** Topics that a principal may read, and that it may write. */
    private record Rights(SortedSet<String> read, SortedSet<String> write) {

        Rights() {
            this(new TreeSet<>(), new TreeSet<>());
        }
    }

    @Test
    void isWhatTheMatrixSays() throws Exception {
        SortedMap<String, Rights> expected = expected();
        SortedSet<String> topics = topics();
        Rights gate = Objects.requireNonNull(expected.get("gate"));
        assertThat(topics).containsAll(gate.read()).containsAll(gate.write());
        topics.addAll(OF_THE_BROKER);

        SortedMap<String, Rights> found = new TreeMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<Rights>> tries = new TreeMap<>();
            stack.roster()
                    .principals()
                    .forEach(principal -> tries.put(principal, threads.submit(() -> tried(principal, topics))));
            for (Map.Entry<String, Future<Rights>> one : tries.entrySet()) {
                found.put(one.getKey(), one.getValue().get());
            }
        }
        System.out.println("rights: %d principals tried to read and to write each of %d topics"
                .formatted(found.size(), topics.size()));

        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((principal, rights) ->
                assertThat(found.get(principal)).as(principal).isEqualTo(rights));
    }

    private Rights tried(String principal, SortedSet<String> topics) {
        try (PartySystem system = new PartySystem(stack, principal);
                TriedRights tried = new TriedRights(system)) {
            return new Rights(tried.readable(topics), tried.writable(topics));
        }
    }

    private SortedSet<String> topics() throws ExecutionException, InterruptedException {
        try (PartySystem operations = new PartySystem(stack, "operations");
                Admin admin = operations.admin()) {
            return new TreeSet<>(admin.listTopics().names().get());
        }
    }

    private SortedMap<String, Rights> expected() {
        SortedMap<String, Rights> expected = new TreeMap<>();
        Rights gate = new Rights();
        List<String> open = publicTopics();
        for (Party party : policy.parties().values()) {
            List<String> inboxes = inboxes(party.id());
            Rights own = new Rights();
            own.read().addAll(inboxes);
            own.read().addAll(open);
            for (String system : party.systems()) {
                Rights reader = new Rights();
                reader.read().addAll(own.read());
                expected.put(system, reader);
            }
            if (sends(party)) {
                own.read().addAll(List.of("outbox." + party.id(), "inbox." + party.id() + ".receipts"));
                own.write().add("outbox." + party.id());
                gate.read().add("outbox." + party.id());
                gate.write().add("inbox." + party.id() + ".receipts");
            }
            gate.write().addAll(inboxes);
            expected.put(party.id(), own);
        }
        gate.read().addAll(List.of(REDELIVERIES, "policy.head", "policy.versions"));
        gate.write().addAll(open);
        gate.write().addAll(List.of(AUDIT, "policy.adopted"));
        expected.put("gate", gate);
        Rights operations = new Rights();
        operations.read().addAll(OF_THE_POLICY);
        operations.write().addAll(List.of(REDELIVERIES, "policy.changes", "policy.head", "policy.versions"));
        expected.put("operations", operations);
        Rights auditor = new Rights();
        auditor.read().add(AUDIT);
        expected.put("auditor", auditor);
        return expected;
    }

    /** Who is no mere client has an outbox, if only to answer or to take back. */
    private boolean sends(Party party) {
        return !party.role().equals("client")
                || matrix.rows().stream()
                        .anyMatch(row -> row.cell(party.id()).has(Letter.P)
                                || row.cell(party.id()).has(Letter.W));
    }

    private List<String> inboxes(String party) {
        List<String> inboxes = new ArrayList<>();
        for (Matrix.Row row : matrix.rows()) {
            if (row.cell(party).has(Letter.R) || row.cell(party).has(Letter.A)) {
                policy.event(row.event()).ifPresent(event -> inboxes.add("inbox." + party + "." + event.family()));
            }
        }
        return inboxes;
    }

    /** What may be CLEAR at all has a topic that every party may read. */
    private List<String> publicTopics() {
        return policy.events().values().stream()
                .filter(event -> event.floor() == Tlp.CLEAR)
                .map(event -> "public." + event.type())
                .toList();
    }
}
