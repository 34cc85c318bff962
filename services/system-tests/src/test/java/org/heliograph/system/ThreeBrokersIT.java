package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.heliograph.events.Outcome;
import org.heliograph.gate.Ledger;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.TestStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With three brokers, each may die under load: the work goes on without it, and nothing is lost or doubled. */
class ThreeBrokersIT {

    private static final Path FOLDER = Path.of("target", "heliograph-three");
    private static final List<Component> BROKERS = Component.brokers(3);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int SOME = 20;

    private static Stack stack;
    private static PartySystem operations;
    private static PartySystem unodc;
    private static Admin admin;

    @BeforeAll
    static void start() {
        Set<Component> components = EnumSet.copyOf(Component.infrastructure());
        components.addAll(BROKERS);
        components.addAll(List.of(Component.OPERATIONS, Component.GATE, Component.XA, Component.IOM));
        stack = TestStack.start(FOLDER, components);
        operations = new PartySystem(stack, "operations");
        admin = operations.admin();
        unodc = new PartySystem(stack, "unodc");
    }

    @AfterAll
    static void stop() {
        admin.close();
        unodc.close();
        operations.close();
        stack.close();
    }

    @Test
    void goesOnWithoutALeaderAndWithoutTheActiveController() throws Exception {
        List<UUID> accepted;
        try (Submissions load = new Submissions(stack, Component.XA, Component.IOM)) {
            awaitArrival(load);
            killUnderLoad(leaderOf("outbox.xa"), load);
            killUnderLoad(controller(), load);
            load.end();
            accepted = load.accepted();
        }

        await().atMost(PATIENCE).until(() -> Set.copyOf(arrived()).containsAll(accepted));
        assertThat(arrived()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(accepted);
        try (Ledger ledger = new Ledger(stack)) {
            assertThat(ledger.assertBalanced().ended(Outcome.RELEASED)).isEqualTo(accepted.size());
        }
    }

    @Test
    void copiesEveryTopicToAllThreeAndCountsARecordAsWrittenWhenTwoHaveIt() throws Exception {
        awaitWhole();
        Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();

        assertThat(topics).contains("__consumer_offsets", "__transaction_state", "outbox.xa", "audit.decisions");
        assertThat(descriptions())
                .allSatisfy(topic -> assertThat(topic.partitions())
                        .allSatisfy(
                                partition -> assertThat(partition.replicas()).hasSize(3)));
        assertThat(admin.describeConfigs(topics.stream()
                                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                                .toList())
                        .all()
                        .get())
                .allSatisfy((topic, config) ->
                        assertThat(config.get("min.insync.replicas").value()).isEqualTo("2"));
    }

    /** Kills it, sees requests that were submitted afterwards arrive without it, and has it back as a whole. */
    private static void killUnderLoad(Component broker, Submissions load) {
        stack.kill(broker);
        awaitArrival(load);
        stack.start(broker);
        awaitWhole();
    }

    private static void awaitArrival(Submissions load) {
        Set<UUID> before = Set.copyOf(load.accepted());
        await().atMost(PATIENCE).until(() -> load.accepted().size() >= before.size() + SOME);
        Set<UUID> news = new HashSet<>(load.accepted());
        news.removeAll(before);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> Set.copyOf(arrived()).containsAll(news));
    }

    private static void awaitWhole() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(descriptions())
                        .isNotEmpty()
                        .allSatisfy(topic -> assertThat(topic.partitions())
                                .allSatisfy(
                                        partition -> assertThat(partition.isr()).hasSize(3))));
    }

    private static Collection<TopicDescription> descriptions() throws Exception {
        Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        return admin.describeTopics(topics).allTopicNames().get().values();
    }

    private static Component leaderOf(String outbox) throws Exception {
        Map<String, TopicDescription> topics =
                admin.describeTopics(List.of(outbox)).allTopicNames().get();
        return broker(topics.values()
                .iterator()
                .next()
                .partitions()
                .getFirst()
                .leader()
                .id());
    }

    private static Component controller() throws Exception {
        return broker(admin.describeMetadataQuorum().quorumInfo().get().leaderId());
    }

    private static Component broker(int node) {
        return BROKERS.get(node - 1);
    }

    /** The request of each copy that UNODC has. */
    private static List<UUID> arrived() {
        return unodc.readAll(List.of("inbox.unodc.cooperation")).stream()
                .map(copy -> new String(copy.headers().lastHeader("ce_subject").value(), StandardCharsets.UTF_8))
                .map(context -> UUID.fromString(context.substring(context.indexOf(':') + 1)))
                .toList();
    }
}
