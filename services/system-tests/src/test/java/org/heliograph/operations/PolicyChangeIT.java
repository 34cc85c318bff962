package org.heliograph.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** How a change of the policy comes into force, and how it does not; one operations for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(PolicyGroundsExtension.class)
class PolicyChangeIT {

    private static final Map<String, Object> REASON = Map.of("reason", "a test");

    private final PolicyGrounds grounds;
    private final Stack stack;
    private final PolicyFiles policy;

    private OperationsProcess operations;
    private OperationsDesk first;
    private OperationsDesk second;

    PolicyChangeIT(PolicyGrounds grounds) {
        this.grounds = grounds;
        this.stack = grounds.stack();
        this.policy = PolicyFiles.ofBuild();
    }

    @BeforeAll
    void begin() {
        operations = grounds.start(policy);
    }

    /** A login lasts five minutes. */
    @BeforeEach
    void logIn() {
        first = new OperationsDesk(stack, "duty-operator");
        second = new OperationsDesk(stack, "second-operator");
    }

    @AfterEach
    void restore() {
        first.close();
        second.close();
        policy.restore();
        OperationsProcess.apply(stack, Map.of());
    }

    @AfterAll
    void end() {
        operations.close();
    }

    @Test
    void whatNarrowsIsInForceAtOnceAndWhatWidensWaitsForAnotherOperator() throws Exception {
        ClusterSnapshot before = grounds.snapshot();
        policy.withholdRouteAlertsFrom("receiving-state");
        assertThat(result(first.post("/api/policy/apply", REASON))).isEqualTo("APPLIED");
        ClusterSnapshot narrowed = grounds.snapshot();
        policy.restore();

        JsonNode proposal = first.post("/api/policy/apply", REASON);
        JsonNode again = first.post("/api/policy/apply", REASON);

        assertThat(result(proposal)).isEqualTo("PROPOSED");
        assertThat(grounds.snapshot()).isEqualTo(narrowed);
        String plan = plan(proposal);
        assertThat(plan(again)).isEqualTo(plan);
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> approve(first, plan))
                .withMessageContaining("needs the approval of another operator");
        assertThat(result(approve(second, plan))).isEqualTo("APPLIED");
        assertThat(grounds.snapshot().head()).isEqualTo(before.head());
        assertThat(grounds.snapshot().rights()).isEqualTo(before.rights());
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> approve(second, plan))
                .withMessageContaining("no plan " + plan + " waits");

        JsonNode last = last(first.get("/api/policy/changes"));
        assertThat(last.path("state").asString("")).isEqualTo("APPLIED");
        assertThat(last.path("proposer").asString("")).isEqualTo("duty-operator");
        assertThat(last.path("approver").asString("")).isEqualTo("second-operator");
        assertThat(last.path("reason").asString("")).isEqualTo("a test");
        assertThat(last.path("approvalReason").asString("")).isEqualTo("seen");
        assertThat(last.path("changes").toString()).contains("alert.route", "receivers", "xb");
    }

    @Test
    void refusesAPlanThatIsNoLongerWhatWouldBeDone() throws Exception {
        String quota = "requests: 200";
        policy.replace("parties.yaml", "systems: [xa-fusion]", "systems: [xa-fusion, xa-archive]");
        String plan = plan(first.post("/api/policy/apply", REASON));
        policy.replace("parties.yaml", ", xa-archive", "");
        policy.replace("platform.yaml", quota, "requests: 201");
        first.post("/api/policy/apply", REASON);

        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> approve(second, plan))
                .withMessageContaining("no longer in force");
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> first.post("/api/policy/apply", Map.of("reason", "a test", "plan", plan)))
                .withMessageContaining("no longer what would be done");
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> first.post("/api/policy/apply", Map.of("reason", " ")))
                .withMessageContaining("reason");
    }

    @Test
    void aRestartAppliesNothingAndTellsWhatIsPending() throws Exception {
        ClusterSnapshot before = grounds.snapshot();
        operations.close();
        policy.withholdRouteAlertsFrom("receiving-state");

        operations = grounds.start(policy);

        assertThat(grounds.snapshot()).isEqualTo(before);
        assertThat(first.get("/actuator/health").toString()).contains("changes that are not in force");
        assertThat(first.post("/api/policy/plan", Map.of()).path("access").toString())
                .contains("no longer receives");
    }

    @Test
    void goesBackToAnEarlierVersion() throws Exception {
        String before = grounds.snapshot().head();
        policy.replace("platform.yaml", "requests: 200", "requests: 150");
        first.post("/api/policy/apply", REASON);
        assertThat(grounds.snapshot().head()).isNotEqualTo(before);

        JsonNode back = first.post(
                "/api/policy/apply", Map.of("reason", "it was too little", "rollbackTo", before.substring(0, 12)));

        assertThat(result(back)).isEqualTo("APPLIED");
        assertThat(grounds.snapshot().head()).isEqualTo(before);
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(
                        () -> first.post("/api/policy/apply", Map.of("reason", "a test", "rollbackTo", "0000000000")))
                .withMessageContaining("0 versions begin with");
    }

    @Test
    void tellsAPartyWhatConcernsItAndNothingElse() throws Exception {
        policy.withholdRouteAlertsFrom("receiving-state");
        first.post("/api/policy/apply", REASON);

        String xb = mine("xb");
        String xa = mine("xa");

        assertThat(xb).contains("no longer receives").doesNotContain("duty-operator", "a test");
        assertThat(xa).doesNotContain("no longer receives");
        assertThat(operations
                        .get("/api/policy/changes", stack.tokens().ofSystem("xb", "operations"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(operations
                        .get("/api/policy/changes/mine", stack.tokens().ofSystem("xb", "desk"))
                        .statusCode())
                .isEqualTo(401);
    }

    private String mine(String party) {
        return operations
                .get("/api/policy/changes/mine", stack.tokens().ofSystem(party, "operations"))
                .body();
    }

    private static JsonNode approve(OperationsDesk desk, String plan) {
        return desk.post("/api/policy/plans/" + plan + "/approval", Map.of("reason", "seen"));
    }

    private static String plan(JsonNode outcome) {
        return outcome.path("plan").path("id").asString("");
    }

    private static String result(JsonNode outcome) {
        return outcome.path("result").asString("");
    }

    private static JsonNode last(JsonNode all) {
        return all.path(all.size() - 1);
    }
}
