package org.heliograph.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.heliograph.gate.Ledger;
import org.heliograph.sharing.policy.Topics;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.TestFolder;
import org.heliograph.testkit.TestStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With three brokers, each may die under load: the work goes on without it, and nothing is lost or doubled. */
@Tag("long")
class ThreeBrokersIT {

    private static final Path FOLDER = TestFolder.named("heliograph-three");
    private static final List<Component> BROKERS = Component.brokers(3);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SOME = 20;

    private static Stack stack;
    private static PartySystem operations;
    private static PartySystem xa;
    private static Admin admin;

    @BeforeAll
    static void start() {
        Set<Component> components = Component.all();
        components.addAll(BROKERS);
        components.remove(Component.XB);
        stack = TestStack.start(FOLDER, components);
        operations = new PartySystem(stack, "operations");
        admin = operations.admin();
        xa = new PartySystem(stack, "xa");
    }

    @AfterAll
    static void stop() {
        admin.close();
        xa.close();
        operations.close();
        stack.close();
    }

    @Test
    void goesOnWithoutALeaderAndWithoutTheActiveController() throws Exception {
        try (Ledger ledger = new Ledger(stack);
                Load load = new Load(stack, ledger)) {
            awaitProgress(load);
            killUnderLoad(leaderOf("outbox.xa"), load);
            killUnderLoad(controller(), load);
            load.assertKept();
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

    /** Kills it, sees what is submitted afterwards decided without it, and has it back as a whole. */
    private static void killUnderLoad(Component broker, Load load) {
        stack.kill(broker);
        try {
            awaitProgress(load);
        } finally {
            stack.start(broker);
        }
        awaitWhole();
    }

    private static void awaitProgress(Load load) {
        int before = receipts();
        load.awaitAccepted(SOME);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                // Until the others have found new leaders, brokers answer late or not at all.
                .ignoreExceptionsInstanceOf(RetriableException.class)
                .until(() -> receipts() >= before + SOME);
    }

    private static int receipts() {
        return xa.readAll(List.of(Topics.receipts("xa"))).size();
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
}
