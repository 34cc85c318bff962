package org.heliograph.operations.policy;

import java.util.List;
import org.heliograph.operations.cluster.DriftItem;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Not part of readiness: with a drift operations is needed more than before. */
@Component("policyHealthIndicator")
final class PolicyHealth implements HealthIndicator {

    private static final Status DRIFT = new Status("DRIFT");
    private static final int MOST_SHOWN = 20;

    private final PolicyApplication application;
    private final PendingFiles pending;
    private final DriftWatch drift;

    PolicyHealth(PolicyApplication application, PendingFiles pending, DriftWatch drift) {
        this.application = application;
        this.pending = pending;
        this.drift = drift;
    }

    @Override
    public Health health() {
        List<DriftItem> items = drift.last().map(Drift::items).orElse(List.of());
        boolean well = items.isEmpty() && application.notAdopted().isEmpty();
        return Health.status(well ? Status.UP : DRIFT)
                .withDetail(
                        "policy",
                        application.applied().map(AppliedPolicy::version).orElse("none"))
                .withDetail("pending", pending.difference().orElse("none"))
                .withDetail("gatesBehind", application.notAdopted())
                .withDetail("drift", items.size())
                .withDetail(
                        "first",
                        items.stream().limit(MOST_SHOWN).map(DriftItem::what).toList())
                .withDetail("ownRights", drift.last().map(Drift::ownRights).orElse(List.of()))
                .build();
    }
}
