package org.heliograph.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.heliograph.sharing.policy.PolicyJson;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Ports;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.Supervisor;
import org.heliograph.testkit.ForgedTokens;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** On a stack of its own, since it takes rights from parties and gives them back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyApplicationIT {

    private static final Path FOLDER = Path.of("target", "operations-grounds");

    private final Stack stack = Stack.in(FOLDER, Ports.free(), components());

    @TempDir
    private Path policy;

    @BeforeAll
    void applyThePolicyToAnEmptyCluster() {
        Supervisor earlier = new Supervisor(FOLDER);
        if (earlier.isBereaved()) {
            earlier.end();
        }
        earlier.deleteState();
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "end-operations-grounds"));
        stack.start();
        stack.stop(Component.OPERATIONS);
    }

    @AfterAll
    void stop() {
        stack.stop();
    }

    @BeforeEach
    void copyThePolicy() throws IOException {
        for (String file : List.of("platform.yaml", "parties.yaml", "events.yaml")) {
            Files.copy(stack.policy().resolve(file), policy.resolve(file));
        }
    }

    @Test
    void bringsAnEmptyClusterToThePolicy() throws Exception {
        ClusterSnapshot snapshot = snapshot();

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
                        assertThat(published.schemas()).hasSize(6);
                        assertThat(published.signingKeys())
                                .extracting(key -> key.party())
                                .containsExactly("iom", "unodc", "xa", "xa-coastguard", "xb");
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
        ClusterSnapshot before = snapshot();

        apply();

        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void takesAwayARightAtTheBrokerAndGivesItBack() throws Exception {
        ClusterSnapshot before = snapshot();
        replace("events.yaml", "xb: COMMUNITY", "");

        apply();

        ClusterSnapshot narrowed = snapshot();
        assertThat(narrowed.head()).isNotEqualTo(before.head());
        assertThat(rightsOn(narrowed, "inbox.xb.alerts")).isEmpty();
        assertThat(narrowed.topics()).containsKey("inbox.xb.alerts");
        assertThatExceptionOfType(TopicAuthorizationException.class).isThrownBy(this::readAlertsAsXb);

        copyBack("events.yaml");
        apply();

        assertThat(snapshot().head()).isEqualTo(before.head());
        assertThat(snapshot().rights()).isEqualTo(before.rights());
        readAlertsAsXb();
    }

    @Test
    void undoesWhatOthersChangedAtTheBroker() throws Exception {
        ClusterSnapshot before = snapshot();
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
        }
        assertThat(snapshot()).isNotEqualTo(before);

        apply();

        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void takesFromItselfWhatItHasNoNeedOf() throws Exception {
        ClusterSnapshot before = snapshot();
        try (PartySystem operations = new PartySystem(stack, "operations");
                Admin admin = operations.admin()) {
            admin.createAcls(List.of(right("operations", "inbox.xa.alerts", AclOperation.READ)))
                    .all()
                    .get();
        }

        apply();

        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void appliesNothingOfAPolicyWithErrorsAndNamesThemAll() throws Exception {
        ClusterSnapshot before = snapshot();
        replace("events.yaml", "xb: COMMUNITY", "");
        replace("events.yaml", "floor: GREEN", "floor: AMBER");
        replace("parties.yaml", "authority: unodc", "authority: iom");

        assertThat(failure(stack.state().keys()))
                .contains("events.yaml: alert.route.default: found GREEN, expected the floor AMBER or stricter")
                .contains("parties.yaml: unodc.authority: found iom, expected its own id, since it is no client");
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void stopsWhereTheNumberOfPartitionsDiffers() throws Exception {
        ClusterSnapshot before = snapshot();
        replace("platform.yaml", "partitions: 6", "partitions: 7");

        assertThat(failure(stack.state().keys())).contains("has 6 partitions, the policy calls for 7");
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void stopsWhereAPrivateKeyLiesAmongThePublicOnes() throws Exception {
        Path keys = Files.createDirectory(policy.resolve("keys"));
        String secret = Files.readString(stack.secrets().signingKeyFile("xa"));
        Files.writeString(keys.resolve("xa.jwks"), "{\"keys\":[" + secret + "]}");

        assertThat(failure(keys)).contains("xa.jwks: found a private key").doesNotContain(secret);
    }

    @Test
    void isNotReadyUntilTheRegistryLetsItApplyThePolicy() {
        stack.stop(Component.REGISTRY);
        try (OperationsProcess operations =
                OperationsProcess.start(stack, policy, stack.state().keys())) {
            operations.awaitLog("policy=notApplied");
            assertThat(operations.readiness()).isEqualTo(503);

            stack.start(Component.REGISTRY);

            operations.awaitReady();
        }
    }

    @Test
    void tellsOperatorsAloneWhichPolicyIsInForce() throws Exception {
        ForgedTokens tokens = ForgedTokens.of(stack);
        Map<String, Object> operator = Map.of("roles", List.of("operator"));
        try (OperationsProcess operations = start()) {
            HttpResponse<String> told = operations.get("/api/policy", tokens.good("heliograph-operations", operator));

            assertThat(told.statusCode()).isEqualTo(200);
            assertThat(told.body()).contains(snapshot().head(), "appliedAt");
            assertThat(tokens.bad("heliograph-operations", operator)).allSatisfy((fault, token) -> {
                HttpResponse<String> refused = operations.get("/api/policy", token);
                assertThat(refused.statusCode()).as(fault).isEqualTo(401);
                assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            });
            String officer = tokens.good("heliograph-operations", Map.of("roles", List.of("officer")));
            assertThat(operations.get("/api/policy", officer).statusCode()).isEqualTo(403);
            String good = tokens.good("heliograph-operations", operator);
            assertThat(operations.get("/actuator/env", good).statusCode()).isEqualTo(403);
            assertThat(operations.get("/api/anything", good).statusCode()).isEqualTo(403);
        }
    }

    private static Set<Component> components() {
        Set<Component> components = new TreeSet<>(Component.infrastructure());
        components.add(Component.OPERATIONS);
        return components;
    }

    private OperationsProcess start() {
        return OperationsProcess.start(stack, policy, stack.state().keys()).awaitReady();
    }

    private void apply() {
        start().close();
    }

    private String failure(Path keys) throws InterruptedException {
        try (OperationsProcess operations = OperationsProcess.start(stack, policy, keys)) {
            assertThat(operations.exitCode()).isNotZero();
            return operations.output();
        }
    }

    private ClusterSnapshot snapshot() throws Exception {
        try (PartySystem operations = new PartySystem(stack, "operations")) {
            return ClusterSnapshot.of(operations);
        }
    }

    private void readAlertsAsXb() {
        try (PartySystem xb = new PartySystem(stack, "xb")) {
            xb.readAll(List.of("inbox.xb.alerts"));
        }
    }

    private static Set<String> rightsOn(ClusterSnapshot snapshot, String topic) {
        Set<String> rights = new TreeSet<>();
        snapshot.rights().stream()
                .filter(right -> right.contains(" " + topic + " "))
                .forEach(rights::add);
        return rights;
    }

    private void replace(String file, String text, String by) throws IOException {
        String content = Files.readString(policy.resolve(file));
        assertThat(content).contains(text);
        Files.writeString(policy.resolve(file), content.replace(text, by));
    }

    private void copyBack(String file) throws IOException {
        Files.writeString(policy.resolve(file), Files.readString(stack.policy().resolve(file)));
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
