package org.heliograph.operations.policy;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.heliograph.exchange.registry.TokenUnavailableException;
import org.heliograph.operations.Ending;
import org.heliograph.operations.cluster.HeldLogin;
import org.heliograph.operations.registry.RegistryDiffersException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Applies the files to a cluster without a policy; on a cluster with one it asserts the version in force again, and
 * only tells how the files differ from it: no restart changes a policy. Tries again and again until broker, registry
 * and identity let it happen. As long as a runner runs, the application is not ready.
 */
@Component
final class PolicyStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(PolicyStart.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final PolicyApplication application;
    private final FirstPolicy first;
    private final PolicyTopics topics;
    private final PendingFiles pending;
    private final DriftWatch drift;
    private final HeldLogin login;
    private final Ending ending;

    PolicyStart(
            PolicyApplication application,
            FirstPolicy first,
            PolicyTopics topics,
            PendingFiles pending,
            DriftWatch drift,
            HeldLogin login,
            Ending ending) {
        this.application = application;
        this.first = first;
        this.topics = topics;
        this.pending = pending;
        this.drift = drift;
        this.login = login;
        this.ending = ending;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (!tryOnce(pause) && !ending.comesWithin(pause)) {
            pause = longer(pause);
        }
        drift.begin();
    }

    private boolean tryOnce(Duration pause) {
        try {
            login.hold();
            Optional<InForce> current = topics.current();
            if (current.isPresent()) {
                assertAgain(current.get());
            } else {
                first.apply();
            }
            pending.look();
            return true;
        } catch (IOException | KafkaException | TokenUnavailableException e) {
            log.warn(
                    "policy=notApplied nextAttemptSeconds={} cause={} message=\"{}\"",
                    pause.toSeconds(),
                    e.getClass().getSimpleName(),
                    e.getMessage());
            return false;
        }
    }

    /** With a registry that only a person can set right operations is needed more than without. */
    private void assertAgain(InForce current) throws IOException {
        try {
            application.assertAgain(current);
        } catch (RegistryDiffersException e) {
            log.error("alarm=registryDiffers message=\"{}\"", e.getMessage());
        }
    }

    static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
