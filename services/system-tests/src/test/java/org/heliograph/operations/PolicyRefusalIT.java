package org.heliograph.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.heliograph.testkit.ForgedTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When operations applies nothing, when it waits, and whom it tells what it applied. */
@ExtendWith(PolicyGroundsExtension.class)
class PolicyRefusalIT {

    private final PolicyGrounds grounds;
    private final Stack stack;
    private final PolicyFiles policy;

    PolicyRefusalIT(PolicyGrounds grounds) {
        this.grounds = grounds;
        this.stack = grounds.stack();
        this.policy = PolicyFiles.ofBuild();
    }

    @Test
    void appliesNothingOfAPolicyWithErrorsAndNamesThemAll() throws Exception {
        ClusterSnapshot before = grounds.snapshot();
        policy.replace("events.yaml", "default: GREEN", "default: CLEAR");
        policy.replace("parties.yaml", "authority: unodc", "authority: xa");

        assertThat(refusal(grounds.keys()))
                .contains("alert.route.default: found CLEAR, expected the floor GREEN or stricter")
                .contains("unodc-field-south.authority: found xa, expected the id of a party of kind AGENCY");
        assertThat(grounds.snapshot()).isEqualTo(before);
    }

    @Test
    void stopsWhereTheNumberOfPartitionsDiffers() throws Exception {
        ClusterSnapshot before = grounds.snapshot();
        policy.replace("platform.yaml", "partitions: 6", "partitions: 7");

        assertThat(refusal(grounds.keys())).contains("has 6 partitions, the policy calls for 7");
        assertThat(grounds.snapshot()).isEqualTo(before);
    }

    @Test
    void stopsWhereAPrivateKeyLiesAmongThePublicOnes() throws Exception {
        Path keys = Files.createDirectory(policy.folder().resolve("keys"));
        String secret = Files.readString(stack.secrets().signingKeyFile("xa"));
        Files.writeString(keys.resolve("xa.jwks"), "{\"keys\":[" + secret + "]}");

        assertThat(refusal(keys)).contains("xa.jwks: found a private key").doesNotContain(secret);
    }

    @Test
    void isNotReadyUntilTheRegistryLetsItApplyThePolicy() {
        stack.stop(Component.REGISTRY);
        try (OperationsProcess operations = OperationsProcess.start(stack, policy.folder(), grounds.keys())) {
            operations.awaitLog("policy=notApplied");
            assertThat(operations.readiness()).isEqualTo(503);

            stack.start(Component.REGISTRY);

            operations.awaitReady();
        }
    }

    @Test
    void tellsOperatorsAloneWhichPolicyIsInForce() throws Exception {
        ForgedTokens tokens = ForgedTokens.of(stack);
        Map<String, Object> operator = Map.of("sub", "duty-operator", "roles", List.of("operator"));
        try (OperationsProcess operations = grounds.start(policy)) {
            HttpResponse<String> told = operations.get("/api/policy", tokens.good("heliograph-operations", operator));

            assertThat(told.statusCode()).isEqualTo(200);
            assertThat(told.body()).contains(grounds.snapshot().head(), "appliedAt");
            assertThat(tokens.bad("heliograph-operations", operator)).allSatisfy((fault, token) -> {
                HttpResponse<String> refused = operations.get("/api/policy", token);
                assertThat(refused.statusCode()).as(fault).isEqualTo(401);
                assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            });
            String officer =
                    tokens.good("heliograph-operations", Map.of("sub", "duty-operator", "roles", List.of("officer")));
            assertThat(operations.get("/api/policy", officer).statusCode()).isEqualTo(403);
            String good = tokens.good("heliograph-operations", operator);
            assertThat(operations.get("/actuator/env", good).statusCode()).isEqualTo(403);
            assertThat(operations.get("/api/anything", good).statusCode()).isEqualTo(403);
        }
    }

    /** What it logs at a start with the files, and answers to who would apply them. */
    private String refusal(Path keys) {
        try (OperationsProcess operations =
                OperationsProcess.start(stack, policy.folder(), keys).awaitReady()) {
            Throwable refusal = catchThrowable(() -> OperationsProcess.apply(stack, Map.of()));
            assertThat(refusal).isInstanceOf(StackException.class);
            assertThat(operations.output()).contains("files=differ");
            return refusal.getMessage() + operations.output();
        }
    }
}
