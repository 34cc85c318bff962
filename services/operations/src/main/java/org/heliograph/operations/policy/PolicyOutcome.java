package org.heliograph.operations.policy;

import java.util.SortedSet;
import org.heliograph.operations.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What became of a wish to change the policy.
 *
 * @param version in force now or, of a proposal, once it is approved
 * @param repaired how much at the cluster was not as the version in force says, and is now
 * @param notAdopted instances of the gate that live and still judge by the version before
 * @param milestones when it took effect; of what took effect just now alone
 */
public record PolicyOutcome(
        Result result,
        @Nullable Plan plan,
        String version,
        String proposer,
        @Nullable String approver,
        int repaired,
        SortedSet<String> notAdopted,
        @Nullable Milestones milestones) {

    public enum Result {
        /** The policy is in force already. */
        UNCHANGED,
        /** It is in force from now on. */
        APPLIED,
        /** It widens access and waits for another operator. */
        PROPOSED
    }
}
