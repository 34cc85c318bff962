package org.heliograph.operations.policy;

import java.time.Instant;
import org.heliograph.sharing.policy.Policy;

/**
 * The policy by which the gate is to judge.
 *
 * @param since when the broker took it as the current one
 */
record InForce(Policy policy, Instant since) {

    AppliedPolicy summary() {
        return new AppliedPolicy(policy.version(), since);
    }
}
