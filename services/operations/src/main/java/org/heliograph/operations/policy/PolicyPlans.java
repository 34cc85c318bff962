package org.heliograph.operations.policy;

import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.heliograph.operations.cluster.ClusterProperties;
import org.heliograph.operations.plan.Plan;
import org.heliograph.operations.policy.PolicyChange.State;
import org.heliograph.operations.policy.PolicyOutcome.Result;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyJson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes of the policy, each by a plan. What only narrows is applied at once; what widens waits until a second
 * operator has approved exactly that plan of exactly that base. Any thread; one change at a time.
 */
@Component
public final class PolicyPlans {

    private final Candidates candidates;
    private final PolicyApplication application;
    private final PolicyTopics topics;
    private final DriftWatch drift;
    private final PendingFiles pending;
    private final ClusterProperties cluster;
    private final InstantSource clock = InstantSource.system();

    PolicyPlans(
            Candidates candidates,
            PolicyApplication application,
            PolicyTopics topics,
            DriftWatch drift,
            PendingFiles pending,
            ClusterProperties cluster) {
        this.candidates = candidates;
        this.application = application;
        this.topics = topics;
        this.drift = drift;
        this.pending = pending;
        this.cluster = cluster;
    }

    /** What applying would do. Changes nothing. */
    public Plan plan(PolicyRequest request) throws IOException {
        return Plan.between(base().policy(), application.preview(candidates.of(request)), cluster);
    }

    /**
     * Applies, or proposes. What is in force already is asserted again: the same call may be made any number of times.
     *
     * @param expected id of the plan that the operator has seen; anything else is refused then
     */
    public PolicyOutcome apply(PolicyRequest request, @Nullable String expected, String reason, String operator)
            throws IOException {
        application.lock().lock();
        try {
            Candidate candidate = candidates.of(request);
            InForce base = base();
            Plan plan = Plan.between(base.policy(), application.preview(candidate), cluster);
            if (expected != null && !expected.equals(plan.id())) {
                throw new PlanRefusedException(
                        "plan %s is no longer what would be done; that is plan %s now".formatted(expected, plan.id()));
            }
            if (plan.isEmpty()) {
                int found = drift.look().items().size();
                application.assertAgain(base);
                drift.look();
                return outcome(Result.UNCHANGED, plan, base.policy().version(), operator, null, found, null);
            }
            Policy next = application.seal(candidate);
            PolicyChange change = change(plan, next, reason, operator);
            if (plan.widens()) {
                Optional<PolicyChange> earlier = proposal(plan.id());
                if (earlier.isEmpty()) {
                    topics.propose(next, change);
                }
                String proposer = earlier.orElse(change).proposer();
                return outcome(Result.PROPOSED, plan, next.version(), proposer, null, 0, null);
            }
            Milestones milestones = bring(next, change);
            return outcome(Result.APPLIED, plan, next.version(), operator, null, 0, milestones);
        } finally {
            application.lock().unlock();
        }
    }

    /**
     * Applies what another operator has proposed.
     *
     * @throws UnknownVersionException if no such proposal waits
     * @throws PlanRefusedException if the approver proposed it, or its base is no longer in force
     */
    public PolicyOutcome approve(String id, String reason, String operator) throws IOException {
        application.lock().lock();
        try {
            PolicyChange proposal = proposal(id)
                    .orElseThrow(() -> new UnknownVersionException("no plan " + id + " waits for an approval"));
            if (proposal.proposer().equals(operator)) {
                throw new PlanRefusedException("plan %s was proposed by %s; it needs the approval of another operator"
                        .formatted(id, operator));
            }
            if (!base().policy().version().equals(proposal.base())) {
                throw new PlanRefusedException("plan %s was made for version %s, which is no longer in force; plan anew"
                        .formatted(id, proposal.base()));
            }
            String json = topics.versions().get(proposal.version());
            if (json == null) {
                throw new UnknownVersionException("version " + proposal.version() + " is not kept");
            }
            Policy next = PolicyJson.read(json);
            Milestones milestones = bring(
                    next, proposal.approved(operator, reason, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            return outcome(Result.APPLIED, null, next.version(), proposal.proposer(), operator, 0, milestones);
        } finally {
            application.lock().unlock();
        }
    }

    private Milestones bring(Policy next, PolicyChange change) throws IOException {
        Milestones milestones = application.bring(next, change);
        drift.look();
        pending.look();
        return milestones;
    }

    /** Every proposal and application, oldest first. */
    public List<PolicyChange> history() {
        return topics.changes();
    }

    private Optional<PolicyChange> proposal(String id) {
        // The last entry counts: after a rollback the same plan may be proposed again.
        return topics.changes().stream()
                .filter(change -> change.plan().equals(id))
                .reduce((earlier, later) -> later)
                .filter(change -> change.state() == State.PROPOSED);
    }

    private InForce base() {
        return application
                .inForce()
                .orElseThrow(() -> new PolicyNotReadyException("No policy is in force yet. Try again later."));
    }

    private PolicyChange change(Plan plan, Policy next, String reason, String operator) {
        return new PolicyChange(
                plan.widens() ? State.PROPOSED : State.APPLIED,
                plan.id(),
                next.version(),
                plan.base(),
                operator,
                null,
                reason,
                null,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                plan.changes(),
                plan.access());
    }

    private PolicyOutcome outcome(
            Result result,
            @Nullable Plan plan,
            String version,
            String proposer,
            @Nullable String approver,
            int found,
            @Nullable Milestones milestones) {
        return new PolicyOutcome(
                result, plan, version, proposer, approver, found, new TreeSet<>(application.notAdopted()), milestones);
    }
}
