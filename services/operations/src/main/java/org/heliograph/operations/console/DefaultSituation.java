package org.heliograph.operations.console;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.heliograph.operations.cluster.DriftItem;
import org.heliograph.operations.lag.LagReport;
import org.heliograph.operations.lag.LagWatch;
import org.heliograph.operations.lag.Looks;
import org.heliograph.operations.policy.AccessQuestions;
import org.heliograph.operations.policy.AppliedPolicy;
import org.heliograph.operations.policy.Drift;
import org.heliograph.operations.policy.DriftWatch;
import org.heliograph.operations.policy.PolicyApplication;
import org.heliograph.sharing.policy.Policy;
import org.springframework.stereotype.Component;

/** As the watches of this process have it. */
@Component
final class DefaultSituation implements Situation {

    private final PolicyApplication application;
    private final AccessQuestions access;
    private final DriftWatch drift;
    private final LagWatch lag;

    DefaultSituation(PolicyApplication application, AccessQuestions access, DriftWatch drift, LagWatch lag) {
        this.application = application;
        this.access = access;
        this.drift = drift;
        this.lag = lag;
    }

    @Override
    public Optional<AppliedPolicy> applied() {
        return application.applied();
    }

    @Override
    public Optional<Policy> policy() {
        return application.applied().map(_ -> access.policy());
    }

    @Override
    public SortedSet<String> gatesBehind() {
        return application.notAdopted();
    }

    @Override
    public Optional<Drift> drift() {
        return drift.last();
    }

    @Override
    public Map<DriftItem, Instant> driftSince() {
        return drift.since();
    }

    @Override
    public Optional<LagReport> lag() {
        return lag.last();
    }

    @Override
    public Looks looks() {
        return lag.looks();
    }
}
