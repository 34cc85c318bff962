package org.heliograph.operations.policy;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.heliograph.operations.policy.PolicyChange.State;
import org.heliograph.sharing.policy.Policy;
import org.springframework.stereotype.Component;

/** The policy of a cluster that has none: the files as they are, since there is nobody yet from whom to take. */
@Component
final class FirstPolicy {

    private static final int ID_LENGTH = 12;

    private final Candidates candidates;
    private final PolicyApplication application;

    FirstPolicy(Candidates candidates, PolicyApplication application) {
        this.candidates = candidates;
        this.application = application;
    }

    void apply() throws IOException {
        Policy policy = application.seal(candidates.of(PolicyRequest.CONFIGURED));
        application.bring(
                policy,
                new PolicyChange(
                        State.APPLIED,
                        policy.version().substring(0, ID_LENGTH),
                        policy.version(),
                        null,
                        PolicyChange.FIRST_START,
                        null,
                        "the cluster had no policy",
                        null,
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        List.of(),
                        List.of()));
    }
}
