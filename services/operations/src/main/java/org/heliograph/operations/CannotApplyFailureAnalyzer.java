package org.heliograph.operations;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

final class CannotApplyFailureAnalyzer extends AbstractFailureAnalyzer<CannotApplyException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, CannotApplyException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Change the policy, or the state of the cluster by hand. The last policy stays applied.",
                cause);
    }
}
