package org.heliograph.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the one line that helps instead of a stack trace. */
final class UnusableSigningKeyFailureAnalyzer extends AbstractFailureAnalyzer<UnusableSigningKeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableSigningKeyException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Create the file, or point the property to the right place.", cause);
    }
}
