package org.heliograph.gate;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Ready only while everything that is offered can be released: a policy is there, the group is joined, no partition is
 * held up.
 */
final class GateHealth implements HealthIndicator {

    private final GateStatus status;

    GateHealth(GateStatus status) {
        this.status = status;
    }

    @Override
    public Health health() {
        Optional<String> policy = status.policy();
        Map<String, String> problems = status.problems();
        Health.Builder health =
                policy.isPresent() && status.hasJoined() && problems.isEmpty() ? Health.up() : Health.outOfService();
        return health.withDetail("policy", policy.orElse("none"))
                .withDetail("joined", status.hasJoined())
                .withDetail("problems", problems)
                .build();
    }
}
