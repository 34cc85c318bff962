package org.heliograph.operations.policy;

import java.io.IOException;
import java.util.Optional;
import org.heliograph.operations.CannotApplyException;
import org.heliograph.operations.cluster.ClusterProperties;
import org.heliograph.operations.plan.Plan;
import org.heliograph.sharing.policy.InvalidPolicyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How the configured files differ from what is in force, as found at the start. */
@Component
public final class PendingFiles {

    private static final Logger log = LoggerFactory.getLogger(PendingFiles.class);

    private final Candidates candidates;
    private final PolicyApplication application;
    private final ClusterProperties cluster;
    private volatile Optional<String> difference = Optional.empty();

    PendingFiles(Candidates candidates, PolicyApplication application, ClusterProperties cluster) {
        this.candidates = candidates;
        this.application = application;
        this.cluster = cluster;
    }

    /** In one line, for people; nothing where the files are what is in force. */
    public Optional<String> difference() {
        return difference;
    }

    void look() throws IOException {
        difference = compare();
        difference.ifPresent(what -> log.warn("files=differ pending=\"{}\"", what));
    }

    private Optional<String> compare() throws IOException {
        InForce base = application.inForce().orElseThrow();
        try {
            Plan plan =
                    Plan.between(base.policy(), application.preview(candidates.of(PolicyRequest.CONFIGURED)), cluster);
            return plan.isEmpty()
                    ? Optional.empty()
                    : Optional.of("plan %s: %d changes that are not in force%s"
                            .formatted(
                                    plan.id(), plan.changes().size(), plan.widens() ? ", and access would widen" : ""));
        } catch (InvalidPolicyException | CannotApplyException e) {
            return Optional.of("the files cannot be applied: " + e.getMessage());
        }
    }
}
