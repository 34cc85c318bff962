package org.heliograph.operations;

import org.heliograph.sharing.policy.InvalidPolicyException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows every error of the policy on a line of its own, without a stack trace. */
final class InvalidPolicyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidPolicyException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidPolicyException cause) {
        return new FailureAnalysis(
                "The policy has errors:" + System.lineSeparator() + String.join(System.lineSeparator(), cause.errors()),
                "Correct the files. Nothing of this policy is applied; the last one stays.",
                cause);
    }
}
