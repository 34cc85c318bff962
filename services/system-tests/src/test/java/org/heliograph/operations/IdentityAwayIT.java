package org.heliograph.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.IdentityDesk;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A party is suspended while identity does not learn of it: all else is cut, and identity learns of it afterwards. */
@ExtendWith(PolicyGroundsExtension.class)
class IdentityAwayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PolicyGrounds grounds;
    private final Stack stack;
    private final PolicyFiles policy;

    IdentityAwayIT(PolicyGrounds grounds) {
        this.grounds = grounds;
        this.stack = grounds.stack();
        this.policy = PolicyFiles.ofBuild();
    }

    @Test
    void takesTheRightsTellsTheDifferenceAndMendsIt() {
        try (OperationsProcess operations = grounds.start(policy);
                OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            assertThat(rights(desk)).isNotEmpty();
            suspendXb();
            stack.stop(Component.IDENTITY);
            try {
                JsonNode outcome = desk.post("/api/policy/apply", Map.of("reason", "a test"));

                assertThat(outcome.path("result").asString("")).isEqualTo("APPLIED");
                assertThat(outcome.at("/milestones/identity").asString("")).isEmpty();
                assertThat(outcome.at("/milestones/broker").asString("")).isNotEmpty();
                assertThat(rights(desk)).isEmpty();
                assertThat(suspensions(desk)).containsExactly("identity does not say whom it suspends, expected [xb]");
            } finally {
                stack.start(Component.IDENTITY);
            }

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(held()).containsExactly("xb"));
            assertThat(suspensions(desk)).isEmpty();
            assertThat(stack.tokens().isGiven("xb", "broker")).isFalse();
            assertThat(operations.readiness()).isEqualTo(200);

            setBackByHand();
            policy.restore();
            OperationsProcess.apply(stack, Map.of());

            assertThat(held()).isEmpty();
            assertThat(stack.tokens().isGiven("xb", "broker")).isTrue();
        }
    }

    /** Somebody else's list does not last. */
    private void setBackByHand() {
        try (IdentityDesk identity = IdentityDesk.ofOperations(stack)) {
            identity.suspend(List.of("xa"));
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(held()).containsExactly("xb"));
    }

    private void suspendXb() {
        policy.replace(
                "parties.yaml",
                "    name: Liaison office of State XB\n",
                "    name: Liaison office of State XB\n    suspended: true\n");
    }

    private Iterable<String> held() {
        try (IdentityDesk identity = IdentityDesk.ofOperations(stack)) {
            return identity.suspensions();
        }
    }

    private static List<String> rights(OperationsDesk desk) {
        return desk.get("/api/policy/explanation?party=xb&event=alert.route")
                .path("brokerRights")
                .valueStream()
                .map(right -> right.asString(""))
                .toList();
    }

    private static List<String> suspensions(OperationsDesk desk) {
        return desk.get("/api/policy/drift")
                .path("items")
                .valueStream()
                .filter(item -> item.path("kind").asString("").equals("SUSPENSION"))
                .map(item -> item.path("what").asString(""))
                .toList();
    }
}
