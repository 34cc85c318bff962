package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.heliograph.events.Receipt;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyJson;
import org.heliograph.sharing.policy.Topics;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Health;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing is lost and nothing is delivered twice, whatever happens to the gate. */
@ExtendWith(GateStackExtension.class)
class ReleaseIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration OFTEN = Duration.ofMillis(50);

    private static GateStack gates;
    private static Offers offers;

    @BeforeAll
    static void start(GateStack shared) {
        gates = shared;
        offers = new Offers(gates);
    }

    @AfterAll
    static void stop() {
        offers.close();
    }

    @Test
    void losesAndRepeatsNothingWhenItIsKilledInTheMiddleOfTenThousandRecords() {
        long before = offers.decided();
        // Else it keeps up with what is offered.
        gates.stack().pause(Component.GATE);
        try {
            offers.offer(10_000, "unodc", "xb");
        } finally {
            gates.stack().resume(Component.GATE);
        }

        await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> offers.decided() > before + 1_000);
        gates.stack().kill(Component.GATE);
        long atDeath = offers.decided() - before;
        gates.stack().start(Component.GATE);

        assertThat(atDeath).isLessThan(10_000);
        offers.assertAllEndedOnce();
    }

    @Tag("long")
    @Test
    void losesAndRepeatsNothingWhenOneOfTwoInstancesIsKilled() {
        Process another = gates.anotherGate("2");
        try {
            await().atMost(PATIENCE).until(() -> gates.instancesAtWork() == 2);
            long before = offers.decided();
            offers.offer(3_000, "unodc");

            await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> offers.decided() > before + 300);
        } finally {
            another.destroyForcibly();
        }

        offers.assertAllEndedOnce();
    }

    @Test
    void judgesByANewPolicyWithoutARestartAndKeepsTheOldOneWhileTheNewOneIsBroken() {
        Policy current = policy();
        Policy narrower = NarrowedPolicy.without(current, "xb");
        offers.offer(20, "unodc", "xb");
        offers.assertAllEndedOnce();

        publish(narrower);
        try {
            awaitVersion(narrower);
            head("f".repeat(64));
            offers.offer(20, "unodc");
            offers.assertAllEndedOnce();
            assertThat(lastReceipt().getPolicyVersion()).isEqualTo(narrower.version());
        } finally {
            head(current.version());
        }
        awaitVersion(current);
        offers.assertAllEndedOnce();
    }

    @Test
    void holdsUpOnlyWhatItCannotWriteAndNeverSkipsACopy() {
        AclBinding right = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "inbox.xb.cooperation", PatternType.LITERAL),
                new AccessControlEntry("User:gate", "*", AclOperation.WRITE, AclPermissionType.ALLOW));
        long otherBefore = offers.decidedIn(1);
        long heldBefore = offers.decidedIn(0);
        asOperations(admin -> admin.deleteAcls(List.of(right.toFilter())).all().get());
        try {
            offers.offerIn(0, 5, "unodc", "xb");
            offers.offerIn(1, 5, "unodc");

            await().atMost(PATIENCE).until(() -> offers.decidedIn(1) == otherBefore + 5);
            await().atMost(PATIENCE).until(() -> !isReady());
            assertThat(offers.decidedIn(0)).isEqualTo(heldBefore);
        } finally {
            asOperations(admin -> admin.createAcls(List.of(right)).all().get());
        }

        offers.assertAllEndedOnce();
        await().atMost(PATIENCE).until(ReleaseIT::isReady);
    }

    @Test
    void stopsAPartitionWhoseStateItCannotReadAndGoesOnWithTheOthers() {
        TopicPartition partition = new TopicPartition("outbox.xa", 2);
        offers.offerIn(2, 1, "unodc");
        offers.assertAllEndedOnce();
        long before = offers.decidedIn(2);
        long otherBefore = offers.decidedIn(3);
        gates.stack().stop(Component.GATE);
        OffsetAndMetadata whole = commit(partition, committed -> new OffsetAndMetadata(committed.offset(), "foreign"));
        Process gate = gates.anotherGate("9");
        try {
            offers.offerIn(2, 3, "unodc");
            offers.offerIn(3, 3, "unodc");

            await().atMost(PATIENCE).until(() -> offers.decidedIn(3) == otherBefore + 3);
            assertThat(offers.decidedIn(2)).isEqualTo(before);
        } finally {
            gate.destroy();
            commit(partition, foreign -> whole);
            gates.stack().start(Component.GATE);
        }

        offers.assertAllEndedOnce();
    }

    private static boolean isReady() {
        return gates.stack().health(Component.GATE) == Health.READY;
    }

    /** Commits as the gate would, once its group is empty, and tells what was committed before. */
    private static OffsetAndMetadata commit(TopicPartition partition, UnaryOperator<OffsetAndMetadata> change) {
        try (PartySystem gate = new PartySystem(gates.stack(), "gate");
                KafkaConsumer<String, byte[]> consumer =
                        gate.consumer(Map.of(ConsumerConfig.GROUP_ID_CONFIG, "gate.release"))) {
            consumer.assign(List.of(partition));
            OffsetAndMetadata before = Objects.requireNonNull(
                    consumer.committed(Set.of(partition)).get(partition), "nothing was committed");
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(() -> consumer.commitSync(Map.of(partition, change.apply(before))));
            return before;
        }
    }

    private interface AdminCall {

        void on(Admin admin) throws ExecutionException, InterruptedException;
    }

    private static void asOperations(AdminCall call) {
        try (PartySystem operations = new PartySystem(gates.stack(), "operations");
                Admin admin = operations.admin()) {
            call.on(admin);
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Offers until one is judged by that version; all of them must end once, by whichever version. */
    private static void awaitVersion(Policy policy) {
        await().atMost(PATIENCE).until(() -> {
            offers.offer(1, "unodc");
            offers.assertAllEndedOnce();
            return lastReceipt().getPolicyVersion().equals(policy.version());
        });
    }

    private static Receipt lastReceipt() {
        return offers.receipts().stream()
                .max(Comparator.comparing(Receipt::getDecidedAt))
                .orElseThrow();
    }

    private static Policy policy() {
        try (PartySystem operations = new PartySystem(gates.stack(), "operations")) {
            String head = text(
                    operations.readAll(List.of(Topics.POLICY_HEAD)).getLast().value());
            return operations.readAll(List.of(Topics.POLICY_VERSIONS)).stream()
                    .filter(version -> version.key().equals(head))
                    .map(version -> PolicyJson.read(text(version.value())))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void publish(Policy policy) {
        write(Topics.POLICY_VERSIONS, policy.version(), PolicyJson.write(policy));
        head(policy.version());
    }

    private static void head(String version) {
        write(Topics.POLICY_HEAD, "head", version);
    }

    private static void write(String topic, String key, String value) {
        try (PartySystem operations = new PartySystem(gates.stack(), "operations");
                KafkaProducer<byte[], byte[]> producer = operations.producer(Map.of())) {
            producer.send(new ProducerRecord<>(topic, bytes(key), bytes(value))).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
