package org.heliograph.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What others change at the broker is noticed, told and set back. */
@ExtendWith(PolicyGroundsExtension.class)
class PolicyDriftIT {

    private static final Duration PROMISED = Duration.ofSeconds(30);

    private final PolicyGrounds grounds;
    private final Stack stack;
    private final PolicyFiles policy;

    PolicyDriftIT(PolicyGrounds grounds) {
        this.grounds = grounds;
        this.stack = grounds.stack();
        this.policy = PolicyFiles.ofBuild();
    }

    @Test
    void findsEveryKindOfDriftAndSetsBackWhatItCan() throws Exception {
        try (OperationsProcess operations = grounds.start(policy);
                OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            change();

            JsonNode drift = desk.get("/api/policy/drift");

            assertThat(drift.path("items")
                            .valueStream()
                            .map(item -> "%s %s"
                                    .formatted(
                                            item.path("kind").asString(""),
                                            item.path("what").asString(""))))
                    .contains(
                            "FOREIGN_TOPIC shadow.copies",
                            "FOREIGN_RIGHT User:xb may READ TOPIC outbox.xa",
                            "MISSING_RIGHT User:xb may WRITE TOPIC outbox.xb",
                            "TOPIC_SETTING outbox.xa: retention.ms=604800000",
                            "QUOTA xb: producer_byte_rate=262144");
            await().atMost(PROMISED)
                    .untilAsserted(() -> assertThat(
                                    desk.get("/actuator/metrics/heliograph.policy.drift?tag=kind:foreign_right")
                                            .path("measurements")
                                            .path(0)
                                            .path("value")
                                            .asDouble(0))
                            .isEqualTo(1.0));
            assertThat(desk.get("/actuator/health").path("status").asString("")).isEqualTo("DRIFT");

            OperationsProcess.apply(stack, Map.of());

            // Topics are never deleted, not even foreign ones: that is for a person.
            assertThat(desk.get("/api/policy/drift")
                            .path("items")
                            .valueStream()
                            .map(item -> item.path("what").asString("")))
                    .containsExactly("shadow.copies");
            assertThat(operations.readiness()).isEqualTo(200);
        }
    }

    @Test
    void raisesAnAlarmWhenItsOwnRightsGrow() throws Exception {
        try (OperationsProcess operations = grounds.start(policy);
                OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            as(admin -> admin.createAcls(List.of(right("operations", "audit.decisions", AclOperation.READ)))
                    .all()
                    .get());

            await().atMost(PROMISED)
                    .untilAsserted(() -> assertThat(operations.output())
                            .contains("alarm=ownRightsGrew right=\"User:operations may READ TOPIC audit.decisions\""));
            assertThat(desk.get("/actuator/health").toString())
                    .contains("User:operations may READ TOPIC audit.decisions");

            OperationsProcess.apply(stack, Map.of());

            assertThat(desk.get("/api/policy/drift").path("ownRights").isEmpty())
                    .isTrue();
        }
    }

    /** Why super users are looked for in the brokers' configuration: no client is told. */
    @Test
    void learnsNothingOfTheSuperUsersFromABroker() throws Exception {
        as(admin -> {
            String broker =
                    admin.describeCluster().nodes().get().iterator().next().idString();
            ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, broker);

            assertThat(admin.describeConfigs(List.of(resource)).all().get().values().stream()
                            .flatMap(config -> config.entries().stream()))
                    .filteredOn(entry -> entry.name().equals("super.users"))
                    .allSatisfy(entry -> assertThat(entry.value()).isNull());
        });
    }

    private void change() throws Exception {
        as(admin -> {
            admin.createTopics(List.of(new NewTopic("shadow.copies", 1, (short) 1)))
                    .all()
                    .get();
            admin.createAcls(List.of(right("xb", "outbox.xa", AclOperation.READ)))
                    .all()
                    .get();
            admin.deleteAcls(
                            List.of(right("xb", "outbox.xb", AclOperation.WRITE).toFilter()))
                    .all()
                    .get();
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, "outbox.xa"),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            admin.alterClientQuotas(List.of(new ClientQuotaAlteration(
                            new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, "xb")),
                            List.of(new ClientQuotaAlteration.Op("producer_byte_rate", null)))))
                    .all()
                    .get();
        });
    }

    @FunctionalInterface
    private interface Changing {
        void with(Admin admin) throws Exception;
    }

    private void as(Changing changing) throws Exception {
        try (PartySystem operations = new PartySystem(stack, "operations");
                Admin admin = operations.admin()) {
            changing.with(admin);
        }
    }

    private static AclBinding right(String principal, String topic, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW));
    }
}
