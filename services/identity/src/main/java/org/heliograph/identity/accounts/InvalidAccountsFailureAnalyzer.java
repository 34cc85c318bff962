package org.heliograph.identity.accounts;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the one line that helps instead of a stack trace. */
final class InvalidAccountsFailureAnalyzer extends AbstractFailureAnalyzer<InvalidAccountsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidAccountsException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Mend the file, or put back the one that identity wrote last.", cause);
    }
}
