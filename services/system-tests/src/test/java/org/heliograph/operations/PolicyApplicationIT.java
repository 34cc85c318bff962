package org.heliograph.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.sharing.policy.PolicyJson;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What applying the policy does to broker and registry. */
@ExtendWith(PolicyGroundsExtension.class)
class PolicyApplicationIT {

    private final PolicyGrounds grounds;
    private final Stack stack;
    private final PolicyFiles policy;

    PolicyApplicationIT(PolicyGrounds grounds) {
        this.grounds = grounds;
        this.stack = grounds.stack();
        this.policy = PolicyFiles.ofBuild();
    }

    @Test
    void bringsAnEmptyClusterToThePolicy() throws Exception {
        ClusterSnapshot snapshot = grounds.snapshot();

        assertThat(snapshot.topics().get("inbox.xb.cooperation"))
                .containsEntry("partitions", "6")
                .containsEntry("cleanup.policy", "compact,delete")
                .containsEntry("message.timestamp.type", "LogAppendTime");
        assertThat(snapshot.topics().get("policy.head")).containsEntry("partitions", "1");
        assertThat(rightsOn(snapshot, "outbox.xa"))
                .containsExactly(
                        "User:gate TOPIC LITERAL outbox.xa DESCRIBE",
                        "User:gate TOPIC LITERAL outbox.xa READ",
                        "User:xa TOPIC LITERAL outbox.xa DESCRIBE",
                        "User:xa TOPIC LITERAL outbox.xa READ",
                        "User:xa TOPIC LITERAL outbox.xa WRITE");
    }

    @Test
    void publishesThePolicyUnderItsVersionWithSchemasAndKeys() throws Exception {
        try (PartySystem operations = new PartySystem(stack, "operations")) {
            String head = ClusterSnapshot.of(operations).head();

            assertThat(operations.readAll(List.of("policy.versions")))
                    .filteredOn(version -> version.key().equals(head))
                    .isNotEmpty()
                    .allSatisfy(version -> {
                        var published = PolicyJson.read(new String(version.value(), StandardCharsets.UTF_8));
                        assertThat(published.version()).isEqualTo(head);
                        assertThat(published.schemas().values())
                                .extracting(schema -> schema.name().substring("org.heliograph.events.".length()))
                                .hasSize(published.events().size() + 4)
                                .contains("AlertRoute", "MaritimeDistress")
                                .contains("AuditDecision", "Dispatch", "Receipt", "Redelivery");
                        assertThat(published.signingKeys())
                                .extracting(key -> key.party())
                                .containsExactlyElementsOf(published.parties().keySet());
                    });
        }
    }

    @Test
    void registersSchemasThatEveryVersionMustReadAndBeReadBy() throws Exception {
        try (PartySystem operations = new PartySystem(stack, "operations")) {
            assertThat(operations.registry().getAllSubjects())
                    .contains(
                            "org.heliograph.events.AlertRoute",
                            "org.heliograph.events.AuditDecision",
                            "org.heliograph.events.CoopEvent",
                            "org.heliograph.events.CoopRequest",
                            "org.heliograph.events.Dispatch",
                            "org.heliograph.events.Receipt");
            assertThat(operations.registry().getCompatibility("org.heliograph.events.CoopRequest"))
                    .isEqualTo("FULL_TRANSITIVE");
        }
    }

    @Test
    void changesNothingTheSecondTime() throws Exception {
        ClusterSnapshot before = grounds.snapshot();

        grounds.apply(policy);

        assertThat(grounds.snapshot()).isEqualTo(before);
    }

    @Test
    void takesAwayARightAtTheBrokerAndGivesItBack() throws Exception {
        ClusterSnapshot before = grounds.snapshot();
        // The row of incident.report, the only event of its family.
        policy.replace(
                "events.yaml",
                "      receiving-state: A\n      research: D\n      public: D\n",
                "      research: D\n      public: D\n");

        try (OperationsProcess _ = grounds.start(policy)) {
            OperationsProcess.apply(stack, Map.of());

            ClusterSnapshot narrowed = grounds.snapshot();
            assertThat(narrowed.head()).isNotEqualTo(before.head());
            assertThat(rightsOn(narrowed, "inbox.xb.incidents")).isEmpty();
            assertThat(narrowed.topics()).containsKey("inbox.xb.incidents");
            assertThatExceptionOfType(TopicAuthorizationException.class).isThrownBy(this::readIncidentsAsXb);

            policy.restore();
            OperationsProcess.apply(stack, Map.of());
        }

        assertThat(grounds.snapshot().head()).isEqualTo(before.head());
        assertThat(grounds.snapshot().rights()).isEqualTo(before.rights());
        readIncidentsAsXb();
    }

    @Test
    void undoesWhatOthersChangedAtTheBroker() throws Exception {
        ClusterSnapshot before = grounds.snapshot();
        AclBinding foreign = right("xb", "outbox.xa", AclOperation.READ);
        AclBinding own = right("xb", "outbox.xb", AclOperation.WRITE);
        try (PartySystem operations = new PartySystem(stack, "operations");
                Admin admin = operations.admin()) {
            admin.createAcls(List.of(foreign)).all().get();
            admin.deleteAcls(List.of(own.toFilter())).all().get();
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, "outbox.xa"),
                            List.of(set("retention.ms", "1000"), set("segment.ms", "1000"))))
                    .all()
                    .get();
            admin.alterClientQuotas(List.of(unbounded("xb"))).all().get();
        }
        ClusterSnapshot changed = grounds.snapshot();
        assertThat(changed.topics()).isNotEqualTo(before.topics());
        assertThat(changed.rights()).isNotEqualTo(before.rights());
        assertThat(changed.quotas()).isNotEqualTo(before.quotas());

        grounds.apply(policy);

        assertThat(grounds.snapshot()).isEqualTo(before);
    }

    private static ClientQuotaAlteration unbounded(String principal) {
        return new ClientQuotaAlteration(
                new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, principal)),
                List.of(new ClientQuotaAlteration.Op("producer_byte_rate", null)));
    }

    @Test
    void takesFromItselfWhatItHasNoNeedOf() throws Exception {
        ClusterSnapshot before = grounds.snapshot();
        try (PartySystem operations = new PartySystem(stack, "operations");
                Admin admin = operations.admin()) {
            admin.createAcls(List.of(right("operations", "inbox.xa.alerts", AclOperation.READ)))
                    .all()
                    .get();
        }

        grounds.apply(policy);

        assertThat(grounds.snapshot()).isEqualTo(before);
    }

    private void readIncidentsAsXb() {
        try (PartySystem xb = new PartySystem(stack, "xb")) {
            xb.readAll(List.of("inbox.xb.incidents"));
        }
    }

    private static Set<String> rightsOn(ClusterSnapshot snapshot, String topic) {
        Set<String> rights = new TreeSet<>();
        snapshot.rights().stream()
                .filter(right -> right.contains(" " + topic + " "))
                .forEach(rights::add);
        return rights;
    }

    private static AclBinding right(String principal, String topic, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW));
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), OpType.SET);
    }
}
