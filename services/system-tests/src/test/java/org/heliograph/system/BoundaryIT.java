package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What XB, with its own valid credentials and any Kafka client, cannot do. The broker and the registry refuse, not an
 * application.
 */
@HeliographStack
class BoundaryIT {

    private static final Duration POLL = Duration.ofSeconds(60);

    private static PartySystem xb;

    @BeforeAll
    static void logIn(Stack stack) {
        xb = new PartySystem(stack, "xb");
    }

    @AfterAll
    static void logOut() {
        xb.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outbox.xa",
                "outbox.iom",
                "outbox.unodc",
                "inbox.xa.alerts",
                "inbox.xa.cooperation",
                "inbox.xa.receipts",
                "inbox.unodc.alerts",
                "inbox.unodc.cooperation",
                "inbox.unodc.receipts",
                "inbox.iom.cooperation",
                "inbox.xa.incidents",
                "inbox.unodc.incidents",
                "inbox.unodc.statistics",
                "inbox.xc.cooperation",
                "inbox.xa-protection.protection",
                "inbox.iom-protection.protection",
                "outbox.iom-protection",
                "audit.decisions",
                "policy.versions",
                "policy.head",
                "policy.changes",
                "policy.adopted",
                "gate.redeliveries",
                "__consumer_offsets",
                "__transaction_state"
            })
    void cannotReadWhatIsNotItsOwn(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = xb.consumer(Map.of())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            consumer.seek(new TopicPartition(topic, 0), 0);

            assertThatExceptionOfType(TopicAuthorizationException.class).isThrownBy(() -> consumer.poll(POLL));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outbox.xb",
                "inbox.xb.alerts",
                "inbox.xb.cooperation",
                "inbox.xb.incidents",
                "inbox.xb.receipts",
                "inbox.xb.statistics",
                "public.research.observation"
            })
    void readsWhatIsItsOwnAndWhatIsPublic(String topic) {
        assertThat(xb.readAll(List.of(topic))).isNotNull();
    }

    @Test
    void isNotEvenToldThatOtherTopicsExist() throws Exception {
        try (Admin admin = xb.admin()) {
            assertThat(admin.listTopics().names().get())
                    .containsExactlyInAnyOrder(
                            "outbox.xb",
                            "inbox.xb.alerts",
                            "inbox.xb.control",
                            "inbox.xb.cooperation",
                            "inbox.xb.documents",
                            "inbox.xb.incidents",
                            "inbox.xb.knowledge",
                            "inbox.xb.maritime",
                            "inbox.xb.plans",
                            "inbox.xb.receipts",
                            "inbox.xb.statistics",
                            "public.campaign.notice",
                            "public.capacity.activity",
                            "public.knowledge.legal-update",
                            "public.knowledge.product",
                            "public.prevention.strategy",
                            "public.research.observation");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xa.desk", "unodc.desk", "gate.release", "xa-fusion.test", "xbx.test", "xb", "anything"})
    void cannotJoinAGroupOfAnother(String group) {
        try (KafkaConsumer<String, byte[]> consumer = xb.consumer(Map.of(ConsumerConfig.GROUP_ID_CONFIG, group))) {
            consumer.subscribe(List.of("inbox.xb.alerts"));

            assertThatExceptionOfType(GroupAuthorizationException.class).isThrownBy(() -> consumer.poll(POLL));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outbox.xa",
                "outbox.unodc",
                "inbox.xa.cooperation",
                "inbox.xb.cooperation",
                "inbox.xb.receipts",
                "inbox.unodc.cooperation",
                "public.research.observation",
                "audit.decisions",
                "policy.head",
                "policy.versions",
                "policy.changes",
                "policy.adopted",
                "gate.redeliveries"
            })
    void cannotWriteAnythingButItsOutbox(String topic) {
        assertThatExceptionOfType(TopicAuthorizationException.class)
                .isThrownBy(() -> xb.send(topic, 0, new byte[] {1}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xa.relay-0", "unodc.relay-0", "gate.1", "xbx.relay-0"})
    void cannotUseATransactionalIdOfAnother(String id) {
        Map<String, Object> config = Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        try (KafkaProducer<byte[], byte[]> producer = xb.producer(config)) {
            assertThatExceptionOfType(TransactionalIdAuthorizationException.class)
                    .isThrownBy(producer::initTransactions);
        }
    }

    @Test
    void cannotCreateTopics() {
        try (Admin admin = xb.admin()) {
            assertRefused(admin.createTopics(List.of(new NewTopic("xb.own", 1, (short) 1)))
                    .all());
            assertRefused(admin.createTopics(List.of(new NewTopic("outbox.xb.more", 1, (short) 1)))
                    .all());
        }
    }

    @Test
    void cannotDeleteTopicsOrRecords() {
        try (Admin admin = xb.admin()) {
            assertRefused(admin.deleteTopics(List.of("outbox.xb")).all());
            assertRefused(
                    admin.deleteRecords(Map.of(new TopicPartition("outbox.xb", 0), RecordsToDelete.beforeOffset(0)))
                            .all());
            assertRefused(admin.createPartitions(Map.of("outbox.xb", NewPartitions.increaseTo(12)))
                    .all());
        }
    }

    @Test
    void cannotAlterConfigs() {
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry("retention.ms", "1"), AlterConfigOp.OpType.SET);
        try (Admin admin = xb.admin()) {
            for (String topic : List.of("outbox.xb", "inbox.xb.alerts", "inbox.unodc.cooperation")) {
                var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
                assertRefused(admin.incrementalAlterConfigs(Map.of(resource, List.of(change)))
                        .all());
            }
            var broker = new ConfigResource(ConfigResource.Type.BROKER, "");
            assertRefused(admin.incrementalAlterConfigs(Map.of(
                            broker,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("log.retention.ms", "1"), AlterConfigOp.OpType.SET))))
                    .all());
        }
    }

    @Test
    void cannotChangeOrReadAcls() {
        var more = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "inbox.unodc.cooperation", PatternType.LITERAL),
                new AccessControlEntry("User:xb", "*", AclOperation.READ, AclPermissionType.ALLOW));
        try (Admin admin = xb.admin()) {
            assertRefused(admin.createAcls(List.of(more)).all(), ClusterAuthorizationException.class);
            assertRefused(admin.deleteAcls(List.of(AclBindingFilter.ANY)).all(), ClusterAuthorizationException.class);
            assertRefused(admin.describeAcls(AclBindingFilter.ANY).values(), ClusterAuthorizationException.class);
        }
    }

    @Test
    void cannotRegisterOrDeleteASchema() {
        var schema = new AvroSchema(SchemaBuilder.record("org.heliograph.events.AlertRoute")
                .fields()
                .requiredString("other")
                .endRecord());

        assertForbidden(() -> xb.registry().register("org.heliograph.events.AlertRoute", schema));
        assertForbidden(() -> xb.registry().register("org.example.New", schema));
        assertForbidden(() -> xb.registry().deleteSubject("org.heliograph.events.AlertRoute"));
        assertForbidden(() -> xb.registry().deleteSubject("org.heliograph.events.AlertRoute", true));
        assertForbidden(() -> xb.registry().deleteSchemaVersion("org.heliograph.events.AlertRoute", "1"));
        assertForbidden(() -> xb.registry().updateCompatibility("org.heliograph.events.AlertRoute", "NONE"));
        assertForbidden(() -> xb.registry().updateCompatibility(null, "NONE"));
    }

    @Test
    void readsTheRegistry() throws Exception {
        assertThat(xb.registry().getAllSubjects())
                .contains("org.heliograph.events.AlertRoute", "org.heliograph.events.CoopRequest");
    }

    private static void assertForbidden(ThrowingCall call) {
        assertThatExceptionOfType(RestClientException.class)
                .isThrownBy(call::run)
                .satisfies(refusal -> assertThat(refusal.getStatus()).isEqualTo(403));
    }

    private static void assertRefused(KafkaFuture<?> answer) {
        assertRefused(answer, AuthorizationException.class);
    }

    private static void assertRefused(KafkaFuture<?> answer, Class<? extends AuthorizationException> refusal) {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(answer::get)
                .withCauseInstanceOf(refusal);
    }

    private interface ThrowingCall {

        void run() throws Exception;
    }
}
